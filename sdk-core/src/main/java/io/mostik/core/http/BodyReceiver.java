package io.mostik.core.http;

import io.mostik.core.TimeSource;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Takes the body of one answer, within bounds: so many bytes, so long a silence, and the deadline. Ends itself when one
 * of them is passed, which closes the socket.
 */
final class BodyReceiver implements DetachableBody.BodyTaker, Watchdog.Watched {

    /** Pieces that may be under way to a file: with one at a time, the JDK's client stops reading and is woken for each. */
    private static final int PIECES_AHEAD = 4;

    private final Watchdog watchdog;
    private final TimeSource time;
    private final Deadline deadline;
    private final long silenceNanos;
    private final int atMost;
    private final boolean cutIsFine;
    private final @Nullable BodySink sink;
    private final CompletableFuture<ResponseBody> body = new CompletableFuture<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final List<ByteBuffer> pieces = new ArrayList<>(4);
    private int length;
    private volatile long lastRead;
    private volatile Flow.@Nullable Subscription subscription;

    /**
     * Creates a receiver.
     *
     * @param cutIsFine whether to be content with the beginning, as with the text of an error
     */
    BodyReceiver(
            CallPlan plan, Watchdog watchdog, TimeSource time, int atMost, boolean cutIsFine, @Nullable BodySink sink) {
        this.watchdog = watchdog;
        this.time = time;
        this.deadline = plan.deadline();
        this.silenceNanos = Nanos.of(plan.silence());
        this.atMost = atMost;
        this.cutIsFine = cutIsFine;
        this.sink = sink;
    }

    @Override
    public CompletionStage<ResponseBody> getBody() {
        return body;
    }

    @Override
    public void onSubscribe(Flow.Subscription newSubscription) {
        subscription = newSubscription;
        lastRead = time.nanoTime();
        watchdog.watch(this);
        try {
            if (sink != null) {
                sink.begin();
            }
            newSubscription.request(sink == null ? Long.MAX_VALUE : PIECES_AHEAD);
        } catch (IOException e) {
            giveUp(new BadAnswerException("cannot write to disk", false));
        }
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        lock.lock();
        try {
            lastRead = time.nanoTime();
            for (ByteBuffer buffer : buffers) {
                if (!body.isDone()) {
                    take(buffer);
                }
            }
        } finally {
            lock.unlock();
        }
        Flow.Subscription current = subscription;
        if (sink != null && current != null && !body.isDone()) {
            current.request(1);
        }
    }

    private void take(ByteBuffer buffer) {
        if (sink != null) {
            feed(sink, buffer);
            return;
        }
        if (buffer.remaining() > atMost - length) {
            if (cutIsFine) {
                finish(null);
                cancel();
            } else {
                giveUp(new BadAnswerException("answer is larger than " + atMost + " bytes", false));
            }
            return;
        }
        length += buffer.remaining();
        pieces.add(buffer);
    }

    private void feed(BodySink target, ByteBuffer buffer) {
        try {
            target.accept(buffer);
        } catch (BadAnswerException e) {
            giveUp(e);
        } catch (IOException e) {
            giveUp(new BadAnswerException("cannot write to disk", false));
        }
    }

    @Override
    public void onError(Throwable failure) {
        lock.lock();
        try {
            finish(cutIsFine ? null : failure);
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void onComplete() {
        lock.lock();
        try {
            if (sink != null) {
                sink.complete();
            }
            finish(null);
        } catch (BadAnswerException e) {
            finish(e);
        } catch (IOException e) {
            finish(new BadAnswerException("cannot write to disk", false));
        } finally {
            lock.unlock();
        }
    }

    /** Takes no lock from the thread that has just ended it and is about to let go. */
    @Override
    public void abandon() {
        if (body.isDone()) {
            return;
        }
        lock.lock();
        try {
            finish(new BadAnswerException("the call is over", false));
        } finally {
            lock.unlock();
        }
    }

    /** Does not wait while a piece is being taken: then there is no silence, and the next look comes soon. */
    @Override
    public void look() {
        if (!lock.tryLock()) {
            return;
        }
        try {
            checkTime();
        } finally {
            lock.unlock();
        }
    }

    private void checkTime() {
        if (deadline.passed()) {
            outOfTime("the deadline passed while the answer came");
        } else if (time.nanoTime() - lastRead > silenceNanos) {
            outOfTime("nothing came for " + Duration.ofNanos(silenceNanos).toMillis()
                    + " ms in the middle of the answer");
        }
    }

    private void outOfTime(String text) {
        if (cutIsFine) {
            finish(null);
            cancel();
        } else {
            giveUp(new BadAnswerException(text, true));
        }
    }

    private void giveUp(BadAnswerException reason) {
        finish(reason);
        cancel();
    }

    private void cancel() {
        Flow.Subscription current = subscription;
        if (current != null) {
            current.cancel();
        }
    }

    /** The sink is cleared before the caller goes on, so that nothing half-written is ever seen. */
    private void finish(@Nullable Throwable failure) {
        watchdog.leave(this);
        if (body.isDone()) {
            return;
        }
        List<ByteBuffer> came = List.copyOf(pieces);
        pieces.clear();
        if (failure == null && sink != null) {
            body.complete(sink.words());
            return;
        }
        if (failure == null) {
            body.complete(length == 0 ? ResponseBody.EMPTY : new ResponseBody(came, length));
            return;
        }
        if (sink != null) {
            sink.abort();
        }
        body.completeExceptionally(failure);
    }
}
