package io.mostik.core.http;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;

/** Takes nothing of an answer whose head is unacceptable, and closes its connection. */
final class RefusedBody implements DetachableBody.BodyTaker {

    private final CompletableFuture<ResponseBody> body = new CompletableFuture<>();
    private final String reason;

    RefusedBody(String reason) {
        this.reason = reason;
    }

    @Override
    public CompletionStage<ResponseBody> getBody() {
        return body;
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
        body.completeExceptionally(new BadAnswerException(reason, false));
        subscription.cancel();
    }

    @Override
    public void abandon() {}

    @Override
    public void onNext(List<ByteBuffer> buffers) {}

    @Override
    public void onError(Throwable failure) {}

    @Override
    public void onComplete() {}
}
