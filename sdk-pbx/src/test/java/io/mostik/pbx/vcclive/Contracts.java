package io.mostik.pbx.vcclive;

import io.mostik.core.Effect;
import io.mostik.core.Secret;
import io.mostik.core.json.Json;
import io.mostik.pbx.vcclive.projects.FieldType;
import io.mostik.pbx.vcclive.projects.NewField;
import io.mostik.pbx.vcclive.projects.NewValue;
import io.mostik.pbx.vcclive.projects.QuotaKind;
import io.mostik.pbx.vcclive.projects.QuotaUpdate;
import io.mostik.pbx.vcclive.records.ContactUpdate;
import io.mostik.pbx.vcclive.records.DispositionBatch;
import io.mostik.pbx.vcclive.records.DispositionDefaults;
import io.mostik.pbx.vcclive.records.DispositionUpdate;
import io.mostik.pbx.vcclive.records.FormValue;
import io.mostik.pbx.vcclive.records.NewDisposition;
import io.mostik.pbx.vcclive.records.NewRecord;
import io.mostik.pbx.vcclive.records.PhoneSlot;
import io.mostik.pbx.vcclive.records.RecordBatch;
import io.mostik.pbx.vcclive.records.RecordUpdate;
import io.mostik.pbx.vcclive.statistics.CdrQuery;
import io.mostik.pbx.vcclive.statistics.Dimension;
import io.mostik.pbx.vcclive.statistics.EmailQuery;
import io.mostik.pbx.vcclive.statistics.InboundQuery;
import io.mostik.pbx.vcclive.statistics.SortOrder;
import io.mostik.pbx.vcclive.statistics.TableFormat;
import io.mostik.pbx.vcclive.statistics.UserBasedQuery;
import io.mostik.pbx.vcclive.statistics.UserStateQuery;
import io.mostik.pbx.vcclive.users.NewUser;
import io.mostik.pbx.vcclive.voice.VoiceFile;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Every operation of the Database API, as the vendor's document has it. */
final class Contracts {

    private static final YearMonth MARCH = YearMonth.of(2026, 3);
    private static final LocalDate FIRST = LocalDate.of(2026, 3, 1);
    private static final LocalDate LAST = LocalDate.of(2026, 3, 31);
    private static final VoiceFile RECORDING =
            VoiceFile.builder().uuid("u-1").year("2026").month("03").build();
    private static final NewDisposition DISPOSITION =
            NewDisposition.builder().dispositionId(12).userId(17).build();
    private static final UserStateQuery STATES = UserStateQuery.builder()
            .firstDay(FIRST)
            .lastDay(LAST)
            .addUsers(17)
            .order(SortOrder.DESCENDING)
            .build();

    private Contracts() {}

    static Stream<Contract> all() {
        return Stream.of(projects(), fields(), records(), batches(), logs(), statistics(), users(), voice(), raw())
                .flatMap(List::stream);
    }

    private static List<Contract> projects() {
        return List.of(
                Contract.read("projects.list", vcc -> vcc.projects().list(), "GET /v2/projects", "[]"),
                Contract.read("projects.get", vcc -> vcc.projects().get(134), "GET /v2/projects/134", "{}"),
                Contract.once(
                        "projects.clone",
                        vcc -> vcc.projects().cloneAs(134, "Support SK"),
                        "PUT /v2/projects/clone/134 {\"name\":\"Support SK\"}",
                        "41"),
                Contract.read(
                        "projects.quotas", vcc -> vcc.projects().quotas(134), "GET /v2/projects/134/quotas", "{}"),
                Contract.repeatable(
                        "projects.updateQuotas",
                        vcc -> vcc.projects().updateQuotas(134, List.of(QuotaUpdate.of(7, 250), QuotaUpdate.of(9, 80))),
                        "POST /v2/projects/134/quotas [{\"quotaid\":7,\"value\":250},{\"quotaid\":9,\"value\":80}]",
                        "{\"0\":true,\"1\":true}"));
    }

    private static List<Contract> fields() {
        NewField field = NewField.builder()
                .name("city")
                .type(FieldType.SIMPLE)
                .indexed(true)
                .customised(false)
                .quota(QuotaKind.EDGE)
                .addValue(NewValue.builder().name("Pécs").exportValue("P").build())
                .build();
        return List.of(
                Contract.once(
                        "fields.add",
                        vcc -> vcc.fields().add(134, field),
                        "POST /v2/projects/134/fields {\"name\":\"city\",\"type\":\"simple\",\"indexed\":\"yes\","
                                + "\"customised\":\"no\",\"quota\":\"edge\","
                                + "\"values\":[{\"name\":\"Pécs\",\"exportvalue\":\"P\"}]}",
                        "11"),
                Contract.once(
                        "fields.addValues",
                        vcc -> vcc.fields()
                                .addValues(
                                        134,
                                        11,
                                        List.of(NewValue.builder().name("Győr").build())),
                        "POST /v2/projects/134/fields/11/values [{\"name\":\"Győr\"}]",
                        "[501]"),
                Contract.once(
                        "fields.updateValues",
                        vcc -> vcc.fields().updateValues(134, 11, Json.of(List.of(Map.of("valueid", 501)))),
                        "PUT /v2/projects/134/fields/11/values [{\"valueid\":501}]",
                        "true"),
                Contract.repeatable(
                        "fields.deleteValue",
                        Contract.done(vcc -> vcc.fields().deleteValue(134, 11, 501)),
                        "DELETE /v2/projects/134/fields/11/values/501",
                        "true"));
    }

    private static List<Contract> records() {
        Map<String, String> options = new LinkedHashMap<>();
        options.put("num", "5");
        options.put("city", "Győr");
        Map<String, FormValue> city = Map.of("city", FormValue.text("Pécs"));
        return List.of(
                Contract.read(
                        "records.list",
                        vcc -> vcc.records().list(134, options),
                        "GET /v2/projects/134/records?num=5&city=Gy%C5%91r",
                        "[]"),
                Contract.read(
                        "records.get", vcc -> vcc.records().get(134, 8377), "GET /v2/projects/134/records/8377", "{}"),
                Contract.once(
                        "records.add",
                        vcc -> vcc.records()
                                .add(134, NewRecord.builder().field("name", "x").build()),
                        "POST /v2/projects/134/records {\"form\":{\"name\":\"x\"}}",
                        "8377"),
                Contract.repeatable(
                        "records.update",
                        Contract.done(vcc -> vcc.records().update(134, 8377, city)),
                        "PUT /v2/projects/134/records/8377 {\"city\":\"Pécs\"}",
                        "true"),
                Contract.repeatable(
                        "records.update",
                        Contract.done(vcc -> vcc.records().update(134, 8377, city, PhoneSlot.of(2))),
                        "PUT /v2/projects/134/records/8377?next_contact=phone2 {\"city\":\"Pécs\"}",
                        "true"),
                Contract.repeatable(
                        "records.updateContact",
                        Contract.done(vcc -> vcc.records()
                                .updateContact(
                                        134,
                                        8377,
                                        PhoneSlot.of(2),
                                        ContactUpdate.builder()
                                                .phone("+36 30 111 2233")
                                                .build())),
                        "PUT /v2/projects/134/records/8377/contacts/2 {\"phone\":\"36301112233\"}",
                        "true"),
                Contract.once(
                        "records.addDisposition",
                        Contract.done(vcc -> vcc.records().addDisposition(134, 8377, DISPOSITION)),
                        "POST /v2/projects/134/records/8377/dispositions"
                                + " {\"dispositionid\":\"12\",\"userid\":\"17\"}",
                        "true"));
    }

    private static List<Contract> batches() {
        RecordBatch changes = RecordBatch.builder()
                .putDefault("source", FormValue.text("import"))
                .addElement(RecordUpdate.of(8377, Map.of("city", FormValue.valueId(5))))
                .addElement(RecordUpdate.where("phone1", "36301112233", Map.of("city", FormValue.text("Pécs"))))
                .build();
        DispositionBatch dispositions = DispositionBatch.builder()
                .addElement(DispositionUpdate.builder()
                        .numberId(8377)
                        .nextCallDate(LocalDateTime.of(2026, 3, 2, 9, 30))
                        .build())
                .addElement(DispositionUpdate.builder()
                        .search(Map.of("act_status", "4"))
                        .userId(18)
                        .build())
                .defaults(DispositionDefaults.builder().dispositionId(12).build())
                .avoidInCall(true)
                .build();
        return List.of(
                Contract.once(
                        "records.updateAll",
                        vcc -> vcc.records().updateAll(134, changes),
                        "PUT /v2/projects/134/records {\"default\":{\"source\":\"import\"},\"elements\":["
                                + "{\"numberid\":\"8377\",\"form\":{\"city\":5}},"
                                + "{\"search\":{\"phone1\":\"36301112233\"},\"form\":{\"city\":\"Pécs\"}}]}",
                        "[true,true]"),
                Contract.once(
                        "records.addDispositions",
                        vcc -> vcc.records().addDispositions(134, dispositions),
                        "PUT /v2/projects/134/records/dispositions {\"elements\":["
                                + "{\"numberid\":\"8377\",\"next_calldate\":\"2026-03-02 09:30:00\"},"
                                + "{\"search\":{\"act_status\":\"4\"},\"userid\":\"18\"}],"
                                + "\"disposition\":{\"dispositionid\":\"12\"},\"avoid_in_call\":true}",
                        "[true,true]"));
    }

    private static List<Contract> logs() {
        return List.of(
                Contract.read(
                        "cdrs.list",
                        vcc -> vcc.cdrs()
                                .list(CdrQuery.builder()
                                        .month(MARCH)
                                        .projectId(134)
                                        .build())
                                .toList(),
                        "GET /v2/cdrs/2026/03?projectid=134&start=0&num=500",
                        "{\"rows\":[],\"totalCount\":\"0\"}"),
                Contract.read(
                        "cdrs.list",
                        vcc -> vcc.cdrs().list(CdrQuery.of(FIRST)).toList(),
                        "GET /v2/cdrs/2026/03/01?start=0&num=500",
                        "{\"rows\":[],\"totalCount\":0}"),
                Contract.read("cdrs.get", vcc -> vcc.cdrs().find(MARCH, "u-1"), "GET /v2/cdr/2026/03/u-1", "[]"),
                Contract.read(
                        "emails.list",
                        vcc -> vcc.emailLog()
                                .list(EmailQuery.builder()
                                        .projectId(134)
                                        .month(MARCH)
                                        .order(SortOrder.ASCENDING)
                                        .build())
                                .toList(),
                        "GET /v2/projects/134/emails/2026/03?start=0&num=500&direction=ASC",
                        "{\"rows\":[],\"totalCount\":0}"),
                Contract.read(
                        "emails.list",
                        vcc -> vcc.emailLog()
                                .list(EmailQuery.builder()
                                        .projectId(134)
                                        .month(MARCH)
                                        .day(7)
                                        .build())
                                .toList(),
                        "GET /v2/projects/134/emails/2026/03/07?start=0&num=500",
                        "{\"rows\":[]}"));
    }

    private static List<Contract> statistics() {
        InboundQuery inbound = InboundQuery.builder()
                .firstDay(FIRST)
                .lastDay(LAST)
                .addDimensions(Dimension.PROJECT, Dimension.DATE)
                .addProjects(134, 135)
                .addTeams(2)
                .slaSeconds(20)
                .build();
        UserBasedQuery users = UserBasedQuery.builder()
                .firstDay(FIRST)
                .lastDay(LAST)
                .addDimensions(Dimension.USER)
                .hideSystemUsers(true)
                .addFields("ticketCreated", "emailByAgentSent")
                .preset(3)
                .build();
        String days = "from=20260301&to=20260331";
        String inboundTarget = "GET /v2/statistics/inbound?" + days
                + "&dimensions=project%2Cdate&projects=134%2C135&teams=2&manual_sla=20";
        String usersTarget = "GET /v2/statistics/userbased?" + days
                + "&dimensions=user&hide_system_users=true&fields=ticketCreated%2CemailByAgentSent&preset=3";
        String statesTarget = "GET /v2/statistics/userstate?" + days + "&users=17";
        return List.of(
                Contract.read("statistics.inbound", vcc -> vcc.statistics().inbound(inbound), inboundTarget, "[]"),
                Contract.read(
                        "statistics.inboundTable",
                        vcc -> vcc.statistics().inbound(inbound, TableFormat.CSV),
                        inboundTarget + "&of=csv",
                        "\"\""),
                Contract.read("statistics.userBased", vcc -> vcc.statistics().userBased(users), usersTarget, "[]"),
                Contract.read(
                        "statistics.userBasedTable",
                        vcc -> vcc.statistics().userBased(users, TableFormat.TAB),
                        usersTarget + "&of=tab",
                        "\"\""),
                Contract.read(
                        "statistics.userStates",
                        vcc -> vcc.statistics().userStates(STATES).toList(),
                        statesTarget + "&start=0&num=10000&direction=DESC",
                        "[]"),
                Contract.read(
                        "statistics.userStatesTable",
                        vcc -> vcc.statistics().userStates(STATES, TableFormat.CSV),
                        statesTarget + "&direction=DESC&of=csv",
                        "\"\""));
    }

    private static List<Contract> users() {
        NewUser user = NewUser.builder()
                .name("Kovács Nóra")
                .username("nora_op")
                .password(Secret.of("first-Password-1"))
                .isAgent(true)
                .roleId(4)
                .email("nora@example.hu")
                .contactPhone("36301112233")
                .build();
        return List.of(
                Contract.read("users.list", vcc -> vcc.users().list(), "GET /v2/users", "[]"),
                Contract.once(
                        "users.add",
                        vcc -> vcc.users().add(user),
                        "PUT /v2/users {\"name\":\"Kovács Nóra\",\"username\":\"nora_op\","
                                + "\"password\":\"first-Password-1\",\"is_agent\":true,\"role_id\":4,"
                                + "\"email\":\"nora@example.hu\",\"contact_phone\":\"36301112233\"}",
                        "33"),
                Contract.read("users.online", vcc -> vcc.users().online(), "GET /v2/onlineusers", "[]"),
                Contract.read(
                        "users.onlineInProject", vcc -> vcc.users().online(134), "GET /v2/onlineusers/134", "[]"));
    }

    private static List<Contract> voice() {
        return List.of(
                Contract.read("voiceFiles.months", vcc -> vcc.voiceFiles().months(), "GET /v2/voicefiles", "[]"),
                Contract.read(
                        "voiceFiles.list",
                        vcc -> vcc.voiceFiles().list(MARCH).toList(),
                        "GET /v2/voicefiles/2026/03",
                        "[]"),
                Contract.repeatable(
                        "voiceFiles.markArchived",
                        Contract.done(
                                vcc -> vcc.voiceFiles().markArchived(RECORDING, "0cc175b9c0f1b6a831c399e269772661")),
                        "PUT /v2/voicefiles/2026/03/u-1 {\"checkSum\":\"0cc175b9c0f1b6a831c399e269772661\"}",
                        "true"));
    }

    private static List<Contract> raw() {
        return List.of(Contract.once(
                "raw.post",
                vcc -> vcc.raw()
                        .call(Effect.ONCE, "POST", "/projects/134/{name}")
                        .path("name", "a b")
                        .query("x", "1")
                        .json(Map.of("phone", "1"))
                        .send(),
                "POST /v2/projects/134/a%20b?x=1 {\"phone\":\"1\"}",
                "true"));
    }
}
