package io.mostik.testing.vcclive;

import io.mostik.testing.internal.JsonObject;
import java.util.Map;

/** How a call ended, in the project's words; the assessment is {@code success}, {@code ordered} or {@code failed}. */
record VccDisposition(long id, String name, String assessment) {

    Map<String, Object> describe() {
        return describe("assessment");
    }

    /** Returns the object as webhooks carry it, with an s less. */
    Map<String, Object> describeInWebhook() {
        Map<String, Object> described = describe("assesment");
        described.put("callback", 0);
        described.put("comission_collector", 0);
        described.put("comment_mode", "allow");
        described.put("commission", 0);
        return described;
    }

    /** Returns 1 for not reached, 2 for reached, 3 for successful. */
    int reach() {
        return switch (assessment) {
            case "ordered" -> 3;
            case "success" -> 2;
            default -> 1;
        };
    }

    private Map<String, Object> describe(String assessmentName) {
        return new JsonObject().with("dispositionid", id).with("name", name).with(assessmentName, assessment);
    }
}
