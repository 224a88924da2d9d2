package io.mostik.bridge.link;

import io.mostik.bridge.link.Link.Expectation;
import io.mostik.bridge.link.Link.FeedRule;
import io.mostik.bridge.onec.OnecQuery;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/**
 * Reads what a link says of its feed and of silence.
 *
 * @param link the link's settings
 */
record FeedReader(Settings link) {

    private static final List<String> KNOWN =
            List.of("start", "every", "list", "entity", "day", "part", "fields", "lookBack", "dueAfter");
    private static final int USUAL_LOOK_BACK = 31;
    private static final int MOST_DAYS = 400;
    private static final Duration EVERY = Duration.ofSeconds(60);
    private static final Duration SHORTEST = Duration.ofSeconds(3);

    Optional<FeedRule> feed() {
        return link.tree("feed").map(tree -> {
            Settings feed = Settings.of(tree, KNOWN);
            Duration every = feed.duration("every").orElse(EVERY);
            feed.check("every", every.compareTo(SHORTEST) >= 0, "must be at least 3s");
            Optional<Long> list = feed.number("list", 1, Integer.MAX_VALUE).map(Integer::longValue);
            return new FeedRule(start(feed), every, list, documents(feed));
        });
    }

    private static Optional<OnecQuery> documents(Settings feed) {
        Optional<String> entity = feed.text("entity");
        if (entity.isEmpty()) {
            List.of("day", "part", "fields", "lookBack", "dueAfter")
                    .forEach(name -> feed.check(name, feed.tree(name).isEmpty(), "needs entity"));
            return Optional.empty();
        }
        int late = feed.number("lookBack", 0, MOST_DAYS).orElse(USUAL_LOOK_BACK);
        int after = feed.number("dueAfter", 0, MOST_DAYS).orElse(0);
        Optional<String> day = feed.required("day");
        try {
            return day.map(field -> new OnecQuery(
                    entity.get(), field, feed.texts("fields"), feed.text("part"), Optional.empty(), late, after));
        } catch (IllegalArgumentException e) {
            feed.check("entity", false, Settings.message(e));
            return Optional.empty();
        }
    }

    Optional<Expectation> expectation() {
        return link.tree("expect").map(tree -> {
            Settings expect = Settings.of(tree, List.of("every", "on"));
            if (!expect.values().containsKey("every")) {
                tree.problem("every is missing");
            }
            Optional<String> days = expect.text("on");
            days.ifPresent(word -> expect.check("on", word.equals("workdays"), "must be workdays, or be left out"));
            return new Expectation(expect.duration("every").orElse(EVERY), days.isPresent());
        });
    }

    /** A first start that nobody thought of would either miss everything or repeat years. */
    private static Optional<Instant> start(Settings feed) {
        Optional<String> word = feed.required("start");
        if (word.isEmpty() || word.get().equals("now")) {
            return Optional.empty();
        }
        if (word.get().equals("everything")) {
            return Optional.of(Instant.EPOCH);
        }
        Optional<Instant> day = Dates.instant(word.get(), ZoneOffset.UTC);
        feed.check("start", day.isPresent(), "must be now, everything or a day such as 2026-11-01");
        return day;
    }
}
