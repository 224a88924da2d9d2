package io.mostik.pbx.vcclive.webhooks;

import io.mostik.core.json.JsonCodec;
import io.mostik.core.webhook.WebhookReply;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** Writes a decision as the vendor reads it: every project asked for, and whether it is allowed. */
final class LoginReply {

    private static final JsonCodec JSON = JsonCodec.camelCase();

    private LoginReply() {}

    static WebhookReply of(ProjectLogin login, LoginDecision decision) {
        Map<String, Boolean> projects = new LinkedHashMap<>();
        login.projectIds().forEach(id -> projects.put(Long.toString(id), decision.allows(id)));
        return new WebhookReply(
                200, "application/json; charset=utf-8", new String(JSON.write(projects), StandardCharsets.UTF_8));
    }
}
