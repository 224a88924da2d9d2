package io.mostik.remonline.workflow;

import io.mostik.core.once.Feed;
import io.mostik.core.test.FeedContract;
import io.mostik.core.test.FeedReader;
import io.mostik.core.test.FeedVendor;
import io.mostik.core.test.FullFeedContract;
import io.mostik.remonline.bookings.Booking;
import io.mostik.remonline.contacts.Organization;
import io.mostik.remonline.contacts.Person;
import io.mostik.remonline.inquiries.Inquiry;
import io.mostik.remonline.invoices.Invoice;
import io.mostik.remonline.orders.Order;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Nested;

/**
 * The feeds of all lists but orders, over a vendor that sorts each by the last change. One is tried at every place; the others
 * are read by the same code.
 */
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
    class Estimates extends FullFeedContract {

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

    /** At the unversioned address, newest first. */
    @Nested
    class Leads extends FeedContract {

        @Override
        protected FeedVendor vendor(Instant now) {
            Function<Inquiry, String> state = row -> state(row.id(), row.contactName());
            return play(
                    ListedRows.startOfGenerationBefore("/lead/", "contact_name", now),
                    feeds -> feeds.leads(FEED),
                    state);
        }

        @Override
        protected int pagesFor(int pages) {
            return 2 * pages;
        }
    }
}
