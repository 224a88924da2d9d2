package io.mostik.salesautopilot.workflow;

import io.mostik.core.once.FeedSource;
import io.mostik.salesautopilot.ids.ListId;
import io.mostik.salesautopilot.v2.EventType;
import io.mostik.salesautopilot.v2.SubscriberEvent;
import io.mostik.salesautopilot.v2.SubscriberEvents;
import io.mostik.salesautopilot.v2.V2Api;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The events of a list that change whether letters may go to somebody. In which order the vendor pages them is not documented,
 * so it is seen from the first page; where they have none, all pages are read. They are read at once and handed on in parts, the
 * oldest first. Times are local ones, read as if they were UTC.
 *
 * @param api version 2
 * @param list the list
 * @param zone the zone of the vendor's times
 * @param part how many are handed on at once
 */
record ConsentFeed(V2Api api, ListId list, ZoneId zone, int part) implements FeedSource<SubscriberEvent> {

    static final Map<EventType, ConsentState> STATES = Map.of(
            EventType.UNSUBSCRIBE, ConsentState.LEFT,
            EventType.BOUNCE, ConsentState.BOUNCED,
            EventType.DOUBLE_OPTIN, ConsentState.PENDING,
            EventType.DOUBLE_OPTIN_CONFIRM, ConsentState.ACTIVE);

    /** Returns what an event means; empty if it is of another type, or names nobody. */
    Optional<ConsentChange> change(SubscriberEvent event) {
        Instant at =
                event.happenedAt().map(local -> local.atZone(zone).toInstant()).orElse(Instant.EPOCH);
        Optional<ConsentState> state = event.type().map(STATES::get);
        return state.isEmpty()
                ? Optional.empty()
                : event.email().map(email -> new ConsentChange(email, state.get(), at));
    }

    @Override
    public String id(SubscriberEvent event) {
        return event.id();
    }

    @Override
    public Instant changedAt(SubscriberEvent event) {
        return event.happenedAt().map(at -> at.toInstant(ZoneOffset.UTC)).orElse(Instant.EPOCH);
    }

    @Override
    public String digest(SubscriberEvent event) {
        return "";
    }

    @Override
    public Instant vendorTime(Instant instant) {
        return LocalDateTime.ofInstant(instant, zone).toInstant(ZoneOffset.UTC);
    }

    @Override
    public Walk<SubscriberEvent> from(Instant from) {
        return new Walk<>() {

            private Optional<List<SubscriberEvent>> left = Optional.empty();
            private Instant end = from;

            @Override
            public boolean isDone() {
                return left.filter(List::isEmpty).isPresent();
            }

            @Override
            public Instant completeBefore() {
                return left.flatMap(rest -> rest.stream().findFirst())
                        .map(ConsentFeed.this::changedAt)
                        .orElse(end);
            }

            @Override
            public List<SubscriberEvent> next() {
                List<SubscriberEvent> rest = left.orElseGet(() -> read(from));
                int last = Math.min(part, rest.size());
                left = Optional.of(rest.subList(last, rest.size()));
                return rest.subList(0, last);
            }

            private List<SubscriberEvent> read(Instant from) {
                List<SubscriberEvent> all = since(from);
                end = all.stream()
                        .map(ConsentFeed.this::changedAt)
                        .reduce(from, (one, other) -> one.isAfter(other) ? one : other);
                return sorted(all, from);
            }
        };
    }

    private List<SubscriberEvent> sorted(List<SubscriberEvent> all, Instant from) {
        return all.stream()
                .filter(event -> !changedAt(event).isBefore(from))
                .filter(event -> change(event).isPresent())
                .sorted(Comparator.comparing(this::changedAt).thenComparing(this::id))
                .toList();
    }

    /** The oldest first: from the last page back. The newest first: from the first page on. Until a page is older. */
    private List<SubscriberEvent> since(Instant from) {
        SubscriberEvents first = api.eventPage(list, 1);
        List<SubscriberEvent> found = new ArrayList<>();
        boolean isOneTime = isSorted(first, Comparator.naturalOrder()) && isSorted(first, Comparator.reverseOrder());
        boolean isOldestFirst = !isOneTime && isSorted(first, Comparator.naturalOrder());
        boolean isNewestFirst = !isOneTime && isSorted(first, Comparator.reverseOrder());
        if (isOldestFirst) {
            for (int page = first.pageCount(); page > 1; page--) {
                SubscriberEvents older = api.eventPage(list, page);
                found.addAll(older.events());
                if (isSorted(older, Comparator.naturalOrder()) && isOlder(older, from)) {
                    return found;
                }
            }
            found.addAll(first.events());
            return found;
        }
        found.addAll(first.events());
        SubscriberEvents last = first;
        for (int page = 2; page <= first.pageCount() && !(isNewestFirst && isOlder(last, from)); page++) {
            last = api.eventPage(list, page);
            found.addAll(last.events());
            isNewestFirst &= isSorted(last, Comparator.reverseOrder());
        }
        return found;
    }

    private boolean isOlder(SubscriberEvents page, Instant from) {
        return page.events().stream().anyMatch(event -> changedAt(event).isBefore(from));
    }

    private boolean isSorted(SubscriberEvents page, Comparator<Instant> order) {
        List<Instant> times = page.events().stream().map(this::changedAt).toList();
        return times.stream().sorted(order).toList().equals(times);
    }
}
