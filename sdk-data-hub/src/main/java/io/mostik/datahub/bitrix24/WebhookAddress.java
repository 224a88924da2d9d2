package io.mostik.datahub.bitrix24;

import io.mostik.core.Secret;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The parts of the address of an incoming webhook, {@code https://portal/rest/1/code/}.
 *
 * @param portal the address of the portal
 * @param user the id of the employee whose rights it has
 * @param code the secret
 */
record WebhookAddress(String portal, String user, Secret code) {

    private static final Pattern ADDRESS = Pattern.compile("(https?://[^/?#@]+)/rest/(\\d{1,18})/([\\w-]{1,200})/?");

    static WebhookAddress of(Secret address) {
        Matcher parts = ADDRESS.matcher(address.reveal().strip());
        if (!parts.matches()) {
            throw new IllegalArgumentException(
                    "webhook must be the address of an incoming webhook, https://portal/rest/user/code/");
        }
        return new WebhookAddress(parts.group(1), parts.group(2), Secret.of(parts.group(3)));
    }
}
