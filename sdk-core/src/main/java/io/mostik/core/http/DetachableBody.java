package io.mostik.core.http;

import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/**
 * Sits between the JDK's client and the taker of a body. The JDK keeps the subscriber and the body of the last answer
 * for as long as the connection is idle; this is all it gets to keep, and it is empty once the call is over.
 */
final class DetachableBody implements HttpResponse.BodySubscriber<DetachableBody> {

    private volatile @Nullable BodyTaker taker;
    private volatile @Nullable ResponseBody body;

    DetachableBody(BodyTaker taker) {
        this.taker = taker;
    }

    /** Takes a body piece by piece, and can be ended when nobody waits for it any more. */
    interface BodyTaker extends HttpResponse.BodySubscriber<ResponseBody> {

        /** Ends it: nothing that came is kept. Does nothing to one that has ended. */
        void abandon();
    }

    /** Returns the body and forgets it. */
    ResponseBody take() {
        ResponseBody taken = body;
        body = null;
        return taken == null ? ResponseBody.EMPTY : taken;
    }

    /** Forgets the taker of the body; a body that has not come whole is thrown away. */
    void detach() {
        BodyTaker current = taker;
        if (current != null) {
            current.abandon();
        }
        taker = null;
        body = null;
    }

    @Override
    public CompletionStage<DetachableBody> getBody() {
        BodyTaker current = taker;
        if (current == null) {
            throw new IllegalStateException("the call is over");
        }
        return current.getBody().thenApply(this::hold);
    }

    private DetachableBody hold(ResponseBody whole) {
        body = whole;
        return this;
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
        BodyTaker current = taker;
        if (current == null) {
            subscription.cancel();
        } else {
            current.onSubscribe(subscription);
        }
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        BodyTaker current = taker;
        if (current != null) {
            current.onNext(buffers);
        }
    }

    @Override
    public void onError(Throwable failure) {
        BodyTaker current = taker;
        if (current != null) {
            current.onError(failure);
        }
    }

    @Override
    public void onComplete() {
        BodyTaker current = taker;
        if (current != null) {
            current.onComplete();
        }
    }
}
