package io.mostik.bridge.link;

import io.mostik.bridge.onec.OnecQuery;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A rule of the bridge: when this happens there, do that here. A value, read from a file by {@link LinkFile}.
 *
 * @param name its identity: position, keys and history hang on it
 * @param was the name it had before, so that they are not lost
 * @param source what it waits for
 * @param target what it does
 * @param when what has to hold, all of it
 * @param key what tells two events apart, if not what the trigger itself says
 * @param about whom or what an event is about, for {@link #withdraws}
 * @param withdraws the links whose waiting actions about the same are withdrawn, and whose older events come to nothing
 * @param rules one for each field
 * @param onFailure what is done when it does not work
 * @param line its line in the file
 * @param digest a digest of its text, so that history can tell which one was at work
 */
public record Link(
        String name,
        Optional<String> was,
        Source source,
        Target target,
        List<Condition> when,
        Optional<Template> key,
        Optional<Template> about,
        List<String> withdraws,
        List<MapRule> rules,
        FailureRule onFailure,
        int line,
        String digest) {

    /**
     * What a link waits for.
     *
     * @param trigger the name of the trigger
     * @param connection where events come from; empty for signals of bases
     * @param feed how a feed is read; empty for hooks and signals
     * @param expect how long silence is normal, if it is watched
     */
    public record Source(String trigger, String connection, Optional<FeedRule> feed, Optional<Expectation> expect) {

        /** Checks that no part is missing. */
        public Source {
            Objects.requireNonNull(trigger, "trigger");
            Objects.requireNonNull(connection, "connection");
            Objects.requireNonNull(feed, "feed");
            Objects.requireNonNull(expect, "expect");
        }
    }

    /**
     * What a link does.
     *
     * @param action the name of the action
     * @param connection where; empty for actions that need none
     */
    public record Target(String action, String connection) {

        /** Checks that no part is missing. */
        public Target {
            Objects.requireNonNull(action, "action");
            Objects.requireNonNull(connection, "connection");
        }
    }

    /**
     * How a feed is read.
     *
     * @param start where it starts the first time; empty for now
     * @param every how often it is read
     * @param list the list, of vendors that have lists
     * @param documents which documents, of 1C
     */
    public record FeedRule(
            Optional<Instant> start, Duration every, Optional<Long> list, Optional<OnecQuery> documents) {

        /** Checks that no part is missing. */
        public FeedRule {
            Objects.requireNonNull(start, "start");
            Objects.requireNonNull(every, "every");
            Objects.requireNonNull(list, "list");
            Objects.requireNonNull(documents, "documents");
        }
    }

    /**
     * How often something is expected.
     *
     * @param every something comes at least so often
     * @param onWorkdays whether Saturdays and Sundays do not count
     */
    public record Expectation(Duration every, boolean onWorkdays) {

        /** Checks that no part is missing. */
        public Expectation {
            Objects.requireNonNull(every, "every");
        }
    }

    /**
     * What is done when a link does not work.
     *
     * @param tryFor how long an action is tried; as long as the action says by default
     * @param pauseAfter after how many failures in a row the link pauses, and keeps what comes
     */
    public record FailureRule(Optional<Duration> tryFor, int pauseAfter) {

        /** Tries as long as the action says, and pauses after 20 failures in a row. */
        public static final FailureRule DEFAULT = new FailureRule(Optional.empty(), 20);

        /** Checks that no part is missing. */
        public FailureRule {
            Objects.requireNonNull(tryFor, "tryFor");
        }
    }

    /** Keeps unmodifiable copies. */
    public Link {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(was, "was");
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(target, "target");
        when = List.copyOf(when);
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(about, "about");
        withdraws = List.copyOf(withdraws);
        rules = List.copyOf(rules);
        Objects.requireNonNull(onFailure, "onFailure");
        Objects.requireNonNull(digest, "digest");
    }

    /** Returns the name under which its intents are kept: {@code link:} and its name. */
    public String base() {
        return "link:" + name;
    }

    /** Returns the name only. */
    @Override
    public String toString() {
        return "Link[" + name + "]";
    }
}
