package io.mostik.salesautopilot.source.billingo;

import io.mostik.core.Secret;
import io.mostik.core.http.Endpoint;
import io.mostik.core.http.RetryPolicy;
import io.mostik.core.test.HostileAnswersContract;
import io.mostik.core.test.HostileCase;
import io.mostik.core.test.HostileCase.Trait;
import io.mostik.core.test.ManualTime;
import io.mostik.salesautopilot.SalesAutopilot;
import io.mostik.testing.Answer;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

class HostileBillingoTest extends HostileAnswersContract<Billingo> {

    private static final String DOCUMENT = """
        {"id":910021,"invoice_number":"KMP / 2026-000118","type":"invoice","cancelled":false,
        "payment_status":"partially_paid","payment_method":"wire_transfer","gross_total":25400.0,"currency":"HUF",
        "settings":{"order_number":"W-20931","round":"none"},"related_documents":[{"id":910020}]}\
        """;
    private static final String DOCUMENTS = "{\"data\":[" + DOCUMENT
            + "],\"total\":1,\"per_page\":100,\"current_page\":1,\"last_page\":1,\"prev_page_url\":null,\"next_page_url\":null}";
    private static final String PAYMENTS = """
        [{"date":"2026-09-05","price":10000.0,"payment_method":"wire_transfer","conversion_rate":1}]\
        """;

    HostileBillingoTest() {
        super("Billingo", SalesAutopilot.class);
    }

    @Override
    protected Stream<HostileCase<Billingo>> cases() {
        return Stream.of(
                HostileCase.of(
                        "billingo.document",
                        DOCUMENT,
                        client -> taken(client.find(910_021).orElseThrow())),
                HostileCase.<Billingo>of(
                                "billingo.documents", DOCUMENTS, client -> taken(client.modified(Instant.EPOCH)))
                        .rowsAt("/data")
                        .with(Trait.ALWAYS_WHOLE),
                HostileCase.<Billingo>of(
                                "billingo.documents", DOCUMENTS, client -> taken(client.ofStatus("partially_paid")))
                        .rowsAt("/data")
                        .with(Trait.ALWAYS_WHOLE),
                HostileCase.<Billingo>of("billingo.payments", PAYMENTS, client -> client.payments(910_021))
                        .rowsAt("")
                        .with(Trait.ALWAYS_WHOLE));
    }

    private static Object taken(List<BillingoDocument> documents) {
        return documents.stream().map(HostileBillingoTest::taken).toList();
    }

    /** Everything that the source takes from a document. */
    private static Object taken(BillingoDocument document) {
        return List.of(
                document.id(),
                document.state(),
                document.related(),
                document.invoice(List.of(), Optional.empty(), Instant.EPOCH).orElseThrow());
    }

    @Override
    protected Map<String, String> elsewhere() {
        return Map.of();
    }

    @Override
    protected boolean isOurs(Endpoint<?> endpoint) {
        return endpoint.operation().startsWith("billingo.");
    }

    @Override
    protected Billingo connect(String uri) {
        return Billingo.builder()
                .apiKey(Secret.of("key-1"))
                .baseUri(uri)
                .http(http -> http.time(new ManualTime()).retry(RetryPolicy.none()))
                .build();
    }

    @Override
    protected Answer error() {
        return Answer.json(422, Map.of("error", Map.of("message", "Refused")));
    }
}
