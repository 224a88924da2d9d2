package io.mostik.bridge.gateway;

import io.mostik.core.webhook.WebhookReply;
import java.util.Optional;

/**
 * One address of the gateway.
 *
 * @param method the HTTP verb
 * @param start what the address begins with
 * @param end what it ends with
 * @param hasPlace whether one variable part stands between
 * @param work what answers it
 */
record Route(String method, String start, String end, boolean hasPlace, Work work) {

    /** Answers a request. */
    @FunctionalInterface
    interface Work {

        /**
         * Returns the answer.
         *
         * @throws Refusal if the request is not carried out
         */
        WebhookReply answer(Asked asked);
    }

    /** Returns the route of an address; {@code {}} stands for its variable part. */
    static Route of(String method, String address, Work work) {
        int place = address.indexOf("{}");
        return place < 0
                ? new Route(method, address, "", false, work)
                : new Route(method, address.substring(0, place), address.substring(place + 2), true, work);
    }

    /** Returns what stands in the variable part; an empty text if there is none; empty if the address is another. */
    Optional<String> match(String path) {
        if (!hasPlace) {
            return path.equals(start) ? Optional.of("") : Optional.empty();
        }
        int length = path.length() - start.length() - end.length();
        if (length <= 0 || !path.startsWith(start) || !path.endsWith(end)) {
            return Optional.empty();
        }
        String place = path.substring(start.length(), start.length() + length);
        return place.contains("/") ? Optional.empty() : Optional.of(place);
    }
}
