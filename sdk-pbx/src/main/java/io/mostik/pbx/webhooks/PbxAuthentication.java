package io.mostik.pbx.webhooks;

import io.mostik.core.Secret;
import io.mostik.core.webhook.WebhookAuthentication;
import java.util.ArrayList;
import java.util.List;

/** The places where PBXs put what proves a push. */
final class PbxAuthentication {

    private PbxAuthentication() {}

    static WebhookAuthentication key(Secret key, String... otherNames) {
        List<WebhookAuthentication> ways = new ArrayList<>(List.of(
                WebhookAuthentication.header("X-API-Key", key),
                WebhookAuthentication.header("X-Auth-Token", key),
                WebhookAuthentication.authorization("Bearer", key),
                WebhookAuthentication.authorization("ApiKey", key),
                WebhookAuthentication.authorization("", key)));
        List<String> names = new ArrayList<>(List.of("apikey", "key"));
        names.addAll(List.of(otherNames));
        names.forEach(name -> ways.add(WebhookAuthentication.parameter(name, key)));
        names.forEach(name -> ways.add(WebhookAuthentication.field(name, key)));
        return WebhookAuthentication.anyOf(ways.toArray(WebhookAuthentication[]::new));
    }

    static WebhookAuthentication basic(String username, Secret password) {
        return WebhookAuthentication.anyOf(
                WebhookAuthentication.basic(username, password),
                WebhookAuthentication.pair("username", username, "password", password));
    }
}
