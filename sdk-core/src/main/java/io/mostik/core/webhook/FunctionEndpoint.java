package io.mostik.core.webhook;

import java.util.Objects;
import java.util.function.Function;

/** Lets a function answer. */
record FunctionEndpoint(int largestBody, Function<WebhookRequest, WebhookReply> answer) implements WebhookEndpoint {

    FunctionEndpoint {
        Objects.requireNonNull(answer, "answer");
    }

    @Override
    public WebhookReply handle(WebhookRequest request) {
        return answer.apply(request);
    }
}
