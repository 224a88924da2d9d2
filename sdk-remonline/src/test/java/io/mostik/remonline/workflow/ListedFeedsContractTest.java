package io.mostik.remonline.workflow;

import io.mostik.core.once.Feed;
import io.mostik.core.test.FeedContract;
import io.mostik.core.test.FeedReader;
import io.mostik.core.test.FeedVendor;
import io.mostik.remonline.bookings.Booking;
import io.mostik.remonline.contacts.Organization;
import io.mostik.remonline.contacts.Person;
import io.mostik.remonline.invoices.Invoice;
import io.mostik.remonline.orders.Order;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Nested;

/** The feeds of all lists but orders, over a vendor that sorts each by the last change. */
class ListedFeedsContractTest {

    private static final String FEED = "copy";

    private static <T> FeedVendor play(
            ListedRows rows, Function<RemOnlineFeeds, Feed<T>> feed, Function<T, String> state) {
        return rows.readBy(
                (store, time) -> FeedReader.of(feed.apply(RemOnlineFeeds.of(rows.remonline(), store, time)), state));
    }

    private static String state(long id, Optional<String> text) {
        return id + "=" + text.orElseThrow();
    }

    @Nested
    class Estimates extends FeedContract {

        @Override
        protected FeedVendor vendor(Instant now) {
            Function<Order, String> state = row -> state(row.id(), row.number());
            return play(ListedRows.start("/estimates", "number", now), feeds -> feeds.estimates(FEED), state);
        }
    }

    @Nested
    class Invoices extends FeedContract {

        @Override
        protected FeedVendor vendor(Instant now) {
            Function<Invoice, String> state = row -> state(row.id(), row.number());
            return play(ListedRows.start("/invoices", "number", now), feeds -> feeds.invoices(FEED), state);
        }
    }

    @Nested
    class Bookings extends FeedContract {

        @Override
        protected FeedVendor vendor(Instant now) {
            Function<Booking, String> state = row -> state(row.id(), row.comment());
            return play(ListedRows.start("/bookings", "comment", now), feeds -> feeds.bookings(FEED), state);
        }
    }

    @Nested
    class People extends FeedContract {

        @Override
        protected FeedVendor vendor(Instant now) {
            Function<Person, String> state = row -> state(row.id(), row.firstName());
            return play(ListedRows.start("/contacts/people", "first_name", now), feeds -> feeds.people(FEED), state);
        }
    }

    @Nested
    class Organizations extends FeedContract {

        @Override
        protected FeedVendor vendor(Instant now) {
            Function<Organization, String> state = row -> state(row.id(), row.name());
            return play(
                    ListedRows.start("/contacts/organizations", "name", now),
                    feeds -> feeds.organizations(FEED),
                    state);
        }
    }
}
