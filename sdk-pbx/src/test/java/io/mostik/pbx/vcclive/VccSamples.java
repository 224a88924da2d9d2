package io.mostik.pbx.vcclive;

import java.util.Map;

/** Contents of answers that hold something, in the shapes of the vendor's document. */
final class VccSamples {

    private static final String CDR = "{\"uuid\":\"u-1\",\"direction\":\"outbound\",\"source\":\"3615550100\","
            + "\"projectid\":134,\"userid\":\"17\",\"billing_ts\":\"2026-03-02 10:15:42\",\"billingtime\":\"95\"}";
    private static final String USER =
            "{\"userid\":17,\"username\":\"nora_op\",\"name\":\"Nora\",\"status\":\"active\","
                    + "\"is_agent\":true,\"projectIds\":[\"134\"],\"custom_data\":{\"shift\":\"day\"}}";
    private static final String ONLINE = "[{\"userid\":17,\"username\":\"nora_op\",\"state\":\"ready\"}]";
    private static final String PROJECT = "{\"fields\":[{\"fieldid\":11,\"name\":\"city\",\"type\":\"simple\","
            + "\"indexed\":\"yes\",\"values\":[{\"valueid\":501,\"name\":\"x\"}]}],"
            + "\"dispositions\":[{\"dispositionid\":12,\"assessment\":\"ordered\"}]}";
    private static final String RECORD = "{\"data\":{\"name\":\"x\"},\"contacts\":{\"phone1\":{\"name\":\"x\","
            + "\"phone\":\"36301112233\"}},\"events\":[{\"dispositionid\":12}],\"cdrs\":[{\"uuid\":\"u-1\"}],"
            + "\"create_date\":\"2026-03-01 10:00:00\"}";

    static final Map<String, String> CONTENT = Map.ofEntries(
            Map.entry("projects.list", "[{\"projectid\":134,\"name\":\"Renewals\",\"status\":\"active\"}]"),
            Map.entry("projects.get", PROJECT),
            Map.entry("projects.quotas", "{\"cell\":[],\"edge\":[{\"quotaid\":\"9\",\"label\":{\"value\":\"80\"}}]}"),
            Map.entry("records.list", "[{\"numberid\":8377}]"),
            Map.entry("records.get", RECORD),
            Map.entry("cdrs.list", "{\"rows\":[" + CDR + "],\"totalCount\":\"1\"}"),
            Map.entry("cdrs.get", CDR),
            Map.entry("emails.list", "{\"rows\":[{\"emailId\":4,\"subject\":\"x\"}],\"totalCount\":1}"),
            Map.entry("statistics.inbound", "[{\"calls\":4}]"),
            Map.entry("statistics.userBased", "[{\"calls\":4}]"),
            Map.entry("statistics.userStates", "[{\"name\":\"Nora\",\"duration\":4}]"),
            Map.entry("users.list", "[" + USER + "]"),
            Map.entry("users.online", ONLINE),
            Map.entry("users.onlineInProject", ONLINE),
            Map.entry("voiceFiles.months", "[\"2026/03\"]"),
            Map.entry("voiceFiles.list", "[{\"uuid\":\"u-1\",\"year\":\"2026\",\"month\":\"03\"}]"));

    static final Map<String, String> ROWS = Map.ofEntries(
            Map.entry("projects.list", "/response"),
            Map.entry("cdrs.list", "/response/rows"),
            Map.entry("emails.list", "/response/rows"),
            Map.entry("statistics.inbound", "/response"),
            Map.entry("statistics.userBased", "/response"),
            Map.entry("statistics.userStates", "/response"),
            Map.entry("users.list", "/response"),
            Map.entry("users.online", "/response"),
            Map.entry("users.onlineInProject", "/response"),
            Map.entry("voiceFiles.list", "/response"));

    private VccSamples() {}
}
