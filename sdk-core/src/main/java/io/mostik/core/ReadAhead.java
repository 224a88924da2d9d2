package io.mostik.core;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Fetches pages before they are asked for, so many and no more. No thread waits for the walk: each page is a task of
 * its own that starts the next one if there is room, and so does the walk when it takes a page. A page is only asked
 * for when it is known to exist: its token has come, or is in the series that the first page began.
 */
final class ReadAhead<T> implements PageSource<T> {

    private final String first;
    private final Function<String, Page<T>> source;
    private final int ahead;
    private final Async async;
    private final Deque<Asked<T>> asked = new ArrayDeque<>();
    private final Set<String> tokens = new HashSet<>();
    private Optional<PageSeries> series = Optional.empty();
    private Optional<String> afterTaken = Optional.empty();
    private @Nullable Asked<T> current;
    private boolean waiting;
    private boolean closed;

    ReadAhead(String first, Function<String, Page<T>> source, int ahead, Async async) {
        this.first = first;
        this.source = source;
        this.ahead = ahead;
        this.async = async;
    }

    /** Returns the threads for callers that bring none; they start when needed, and end when not. */
    static Async threads() {
        return Threads.SHARED;
    }

    @Override
    public Page<T> page(String token) {
        Asked<T> wanted = take(token);
        try {
            Page<T> page = wanted == null ? source.apply(token) : wanted.await();
            taken(token, page);
            return page;
        } catch (InterruptedException e) {
            close();
            Thread.currentThread().interrupt();
            // Fails as it would have without reading ahead, with all that is known about the call.
            return source.apply(token);
        } catch (CancellationException e) {
            return source.apply(token);
        } catch (RuntimeException | Error e) {
            cancel();
            throw e;
        }
    }

    @Override
    public void close() {
        synchronized (this) {
            closed = true;
        }
        cancel();
    }

    /** Nothing is asked for until the page that is taken here has come, so that no more than allowed are in memory. */
    private @Nullable Asked<T> take(String token) {
        synchronized (this) {
            tokens.add(token);
            waiting = true;
            Asked<T> next = asked.peek();
            if (next == null || next.token.equals(token)) {
                current = asked.poll();
                return current;
            }
        }
        cancel();
        return null;
    }

    private void taken(String token, Page<T> page) {
        synchronized (this) {
            waiting = false;
            current = null;
            afterTaken = following(page);
            if (token.equals(first)) {
                series = PageSeries.of(first, page);
            }
        }
        fill();
    }

    /** Asks for as many pages as there is room for; outside the lock, as an executor may run a task at once. */
    private void fill() {
        wrongGuesses().forEach(wrong -> wrong.cancel(true));
        for (Asked<T> next = plan(); next != null; next = plan()) {
            CompletableFuture<Page<T>> unusedCopy = next.whenComplete((page, failure) -> fill());
            try {
                async.run(next);
            } catch (RejectedExecutionException e) {
                return;
            }
        }
    }

    private synchronized @Nullable Asked<T> plan() {
        if (closed || waiting || asked.size() >= ahead) {
            return null;
        }
        Asked<T> last = asked.peekLast();
        Optional<String> token = last == null ? afterTaken : last.next(this::guess);
        if (token.isEmpty() || !tokens.add(token.get())) {
            return null;
        }
        Asked<T> next = new Asked<>(token.get(), source);
        asked.add(next);
        return next;
    }

    private Optional<String> guess(String token) {
        return series.flatMap(known -> known.after(token));
    }

    /** The vendor has the say: what was asked for out of turn is dropped where the page before names another one. */
    private synchronized List<Asked<T>> wrongGuesses() {
        List<Asked<T>> wrong = new ArrayList<>();
        Optional<String> expected = waiting ? Optional.empty() : afterTaken;
        for (Asked<T> one : asked) {
            boolean refuted = expected.filter(token -> !token.equals(one.token)).isPresent();
            if (refuted || !wrong.isEmpty()) {
                wrong.add(one);
            }
            expected = one.isDone() ? one.next(token -> Optional.empty()) : Optional.empty();
        }
        if (!wrong.isEmpty()) {
            series = Optional.empty();
            asked.removeAll(wrong);
            wrong.forEach(one -> tokens.remove(one.token));
        }
        return wrong;
    }

    private void cancel() {
        List<Asked<T>> dropped;
        synchronized (this) {
            dropped = new ArrayList<>(asked);
            if (current != null) {
                dropped.add(current);
            }
            asked.clear();
            current = null;
            afterTaken = Optional.empty();
            dropped.forEach(one -> tokens.remove(one.token));
        }
        dropped.forEach(one -> one.cancel(true));
    }

    private static Optional<String> following(Page<?> page) {
        return page.next();
    }

    /** A page that was asked for. */
    private static final class Asked<T> extends InterruptibleFuture<Page<T>> {

        private final String token;

        Asked(String token, Function<String, Page<T>> source) {
            super(() -> source.apply(token));
            this.token = token;
        }

        /** Returns the token of the page behind this one, if it is known or can be guessed. */
        Optional<String> next(Function<String, Optional<String>> guess) {
            if (!isDone()) {
                return guess.apply(token);
            }
            return isCompletedExceptionally() ? Optional.empty() : following(join());
        }

        /**
         * Waits for the page, or fetches it here if no thread has begun to: so a walk never waits for a thread, and
         * where the threads were closed meanwhile it goes on without.
         */
        Page<T> await() throws InterruptedException {
            run();
            try {
                return get();
            } catch (ExecutionException e) {
                if (e.getCause() instanceof TransportException notBegun
                        && notBegun.phase() == Phase.WAIT
                        && notBegun.cancelled()) {
                    throw new CancellationException();
                }
                if (e.getCause() instanceof Error error) {
                    throw error;
                }
                throw e.getCause() instanceof RuntimeException failure ? failure : new IllegalStateException(e);
            }
        }
    }

    /** Made when first used. */
    private static final class Threads {
        private static final Async SHARED = Async.create();
    }
}
