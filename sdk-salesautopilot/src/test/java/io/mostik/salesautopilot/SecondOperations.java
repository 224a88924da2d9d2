package io.mostik.salesautopilot;

import static io.mostik.salesautopilot.Operation.once;
import static io.mostik.salesautopilot.Operation.read;

import io.mostik.core.json.Json;
import io.mostik.salesautopilot.ids.FormId;
import io.mostik.salesautopilot.ids.LetterId;
import io.mostik.salesautopilot.ids.ListId;
import io.mostik.salesautopilot.v2.ColumnType;
import io.mostik.salesautopilot.v2.EventType;
import io.mostik.salesautopilot.v2.NewColumn;
import io.mostik.salesautopilot.v2.NewSend;
import io.mostik.salesautopilot.v2.SendType;
import io.mostik.salesautopilot.v2.SubscriberEvent;
import io.mostik.salesautopilot.v2.V2List;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The operations of version 2. */
final class SecondOperations {

    private static final ListId LIST = ListId.of(5123);

    private SecondOperations() {}

    static Stream<Operation> all() {
        return Stream.concat(reads(), changes());
    }

    private static Stream<Operation> reads() {
        V2List list = V2List.builder().id(LIST).name("Hírlevél").build();
        return Stream.of(
                read("v2.lists")
                        .sends("GET", "/v2/lists")
                        .when(
                                sales -> sales.v2().lists(),
                                "{'data':[{'listId':5123,'name':'Hírlevél'}]}",
                                List.of(list)),
                read("v2.subscribers")
                        .sends("GET", "/v2/newsletter/5123/subscribers?limit=25&page=1")
                        .when(
                                sales -> RecordOperations.ids(sales.v2().subscribers(LIST, 25).stream()
                                        .toList()),
                                "{'subscribers':[{'id':'7','email':'k@example.hu'}]}",
                                List.of(7L)),
                read("v2.events")
                        .sends("GET", "/v2/newsletter/5123/events?page=1")
                        .when(
                                sales -> sales.v2().events(LIST, Map.of()).stream()
                                        .map(SubscriberEvent::type)
                                        .toList(),
                                "{'success':true,'data':{'page':1,'pageCount':1,'events':[{'id':'9','type':'bounce'}]}}",
                                List.of(Optional.of(new EventType("bounce")))),
                read("v2.formFields")
                        .sends("GET", "/v2/bearer/newsletter/5123/form/20771/fields")
                        .when(
                                sales -> sales.v2()
                                        .formFields(LIST, FormId.of(20771))
                                        .formFields()
                                        .get(0)
                                        .isMandatory(),
                                "{'formfields':[{'id':'1','isMandatory':true}],'listFields':{}}",
                                Optional.of(true)));
    }

    private static Stream<Operation> changes() {
        NewColumn column =
                NewColumn.builder().name("szint").type(new ColumnType("NUMBER")).build();
        NewSend send = NewSend.builder()
                .type(new SendType("SUBSCRIPTION"))
                .list(LIST)
                .letter(LetterId.of(1019))
                .fromEmail("shop@example.hu")
                .build();
        return Stream.of(
                once("v2.createColumn")
                        .sends("POST", "/v2/lists/5123/fields", "{'name':'szint','type':'NUMBER'}")
                        .when(sales -> id(sales.v2().createColumn(LIST, column)), "{'id':'3'}", Optional.of("3")),
                once("v2.createSend")
                        .sends(
                                "POST",
                                "/v2/sends",
                                "{'type':'SUBSCRIPTION','listId':5123,'emailId':1019,'fromEmail':'shop@example.hu'}")
                        .when(sales -> id(sales.v2().createSend(send)), "{'id':4}", Optional.of("4")));
    }

    private static Optional<String> id(Json answer) {
        return answer.get("id").text();
    }
}
