package io.mostik.core.http;

import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/**
 * Sits between the JDK's client and the taker of a body. The JDK keeps the subscriber and the body of the last answer
 * for as long as the connection is idle; this is all it gets to keep, and it is empty once the call is over.
 */
final class DetachableBody implements HttpResponse.BodySubscriber<DetachableBody> {

    /** Later JDKs complete the result of their own subscriber on the common pool: two more tasks for each answer. */
    private static final boolean BY_THE_JDKS_OWN = Runtime.version().feature() == 17;

    private volatile @Nullable BodyTaker taker;
    private volatile @Nullable ResponseBody body;
    private volatile boolean ended;
    private final CompletableFuture<DetachableBody> result = new CompletableFuture<>();

    private DetachableBody(BodyTaker taker) {
        this.taker = taker;
    }

    /** Takes a body piece by piece, and can be ended when nobody waits for it any more. */
    interface BodyTaker extends HttpResponse.BodySubscriber<ResponseBody> {

        /** Ends it: nothing that came is kept. Does nothing to one that has ended. */
        void abandon();
    }

    /** What the JDK's client gets, and what the call is to let go of. */
    record Attached(HttpResponse.BodySubscriber<DetachableBody> subscriber, DetachableBody body) {}

    /**
     * Puts one before a taker. JDK 17 takes the result on the thread that brings it from subscribers of its own only; any other
     * costs one more hand-over between threads for each answer.
     */
    static Attached before(BodyTaker taker) {
        DetachableBody attached = new DetachableBody(taker);
        HttpResponse.BodySubscriber<DetachableBody> subscriber =
                BY_THE_JDKS_OWN ? HttpResponse.BodySubscribers.fromSubscriber(attached, same -> same) : attached;
        CompletionStage<ResponseBody> unusedEnd =
                taker.getBody().whenComplete((whole, failure) -> attached.end(subscriber, whole, failure));
        return new Attached(subscriber, attached);
    }

    /** The taker may end at any time, so it is from here that the JDK learns of it. */
    private void end(
            HttpResponse.BodySubscriber<DetachableBody> subscriber,
            @Nullable ResponseBody whole,
            @Nullable Throwable failure) {
        body = whole;
        ended = true;
        if (failure == null) {
            result.complete(this);
            subscriber.onComplete();
        } else {
            result.completeExceptionally(failure);
            subscriber.onError(failure);
        }
    }

    @Override
    public CompletionStage<DetachableBody> getBody() {
        return result;
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
        if (current != null && !ended) {
            current.onError(failure);
        }
    }

    @Override
    public void onComplete() {
        BodyTaker current = taker;
        if (current != null && !ended) {
            current.onComplete();
        }
    }
}
