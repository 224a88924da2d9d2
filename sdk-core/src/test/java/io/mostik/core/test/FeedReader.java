package io.mostik.core.test;

import io.mostik.core.once.Feed;
import io.mostik.core.once.FeedPoll;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** A feed whose records are told as {@code id=state}; for {@link FeedContract}. */
public final class FeedReader {

    private final View<?> view;

    private FeedReader(View<?> view) {
        this.view = view;
    }

    /** Returns a reader of a feed. */
    public static <T> FeedReader of(Feed<T> feed, Function<T, String> name) {
        return new FeedReader(new View<>(feed, name));
    }

    FeedReader lease(Duration length) {
        return new FeedReader(view.lease(length));
    }

    FeedReader everyRecord(boolean every) {
        return every ? new FeedReader(view.everyRecord()) : this;
    }

    FeedPoll poll(Consumer<String> consumer) {
        return view.poll(consumer);
    }

    String poll(Optional<String> state, Consumer<String> consumer) {
        return view.poll(state, consumer);
    }

    FeedPoll poll(Optional<String> state, Consumer<String> consumer, Consumer<String> states) {
        return view.poll(state, consumer, states);
    }

    private record View<T>(Feed<T> feed, Function<T, String> name) {

        View {
            Objects.requireNonNull(feed, "feed");
            Objects.requireNonNull(name, "name");
        }

        View<T> lease(Duration length) {
            return new View<>(feed.lease(length), name);
        }

        View<T> everyRecord() {
            return new View<>(feed.everyRecord(), name);
        }

        FeedPoll poll(Consumer<String> consumer) {
            return feed.poll(row -> consumer.accept(name.apply(row)));
        }

        String poll(Optional<String> state, Consumer<String> consumer) {
            return feed.poll(state, row -> consumer.accept(name.apply(row)));
        }

        FeedPoll poll(Optional<String> state, Consumer<String> consumer, Consumer<String> states) {
            return feed.poll(state, row -> consumer.accept(name.apply(row)), states);
        }
    }
}
