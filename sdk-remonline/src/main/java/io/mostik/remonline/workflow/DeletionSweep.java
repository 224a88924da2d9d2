package io.mostik.remonline.workflow;

import io.mostik.core.NotFoundException;
import io.mostik.remonline.RemOnline;
import io.mostik.remonline.bookings.Booking;
import io.mostik.remonline.bookings.BookingQuery;
import io.mostik.remonline.contacts.ContactQuery;
import io.mostik.remonline.contacts.Organization;
import io.mostik.remonline.contacts.Person;
import io.mostik.remonline.inquiries.Inquiry;
import io.mostik.remonline.inquiries.LeadQuery;
import io.mostik.remonline.invoices.Invoice;
import io.mostik.remonline.invoices.InvoiceQuery;
import io.mostik.remonline.legacy.LegacyClient;
import io.mostik.remonline.legacy.LegacyClientQuery;
import io.mostik.remonline.legacy.LegacyOrder;
import io.mostik.remonline.legacy.LegacyOrderQuery;
import io.mostik.remonline.legacy.RemOnlineLegacy;
import io.mostik.remonline.orders.Order;
import io.mostik.remonline.orders.OrderQuery;
import io.mostik.remonline.webhooks.RemOnlineEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.LongConsumer;
import java.util.function.LongFunction;
import java.util.function.LongPredicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds rows that a copy holds and the vendor has deleted, which no {@linkplain RemOnlineFeeds feed of changes} tells.
 * Deletion webhooks tell of them at once, a sweep in the night finds those whose webhook was missed, or for which there is
 * none:
 *
 * <pre>{@code
 * DeletionSweep sweep = DeletionSweep.orders(remonline);
 * inbox.open(event -> sweep.gone(event).ifPresent(copy::remove));      // at each webhook
 * sweep.sweep(copy.ids(), copy::remove);                               // each night
 * }</pre>
 *
 * <p>Only the row itself, asked for by its id and answered with 404, counts as deleted: not its absence from a list, and not
 * the event, whose content is not signed. A row that the key may not see any more, as when its employee lost a location,
 * cannot be told from a deleted one, nor can one that was merged into another. A feed that reads a row just before it is
 * deleted may put it into the copy after its webhook took it out; the next sweep finds it. Immutable and thread-safe.
 */
public final class DeletionSweep {

    private static final int IDS_A_CALL = 50;

    private final String subject;
    private final int part;
    private final Listing listing;
    private final LongPredicate isThere;

    /** Tells the ids of rows that the vendor lists. */
    @FunctionalInterface
    private interface Listing {

        /** Returns those of these ids that are listed; others may be among them. */
        Stream<Long> listed(List<Long> ids);
    }

    private DeletionSweep(String subject, int part, Listing listing, LongPredicate isThere) {
        this.subject = subject;
        this.part = part;
        this.listing = listing;
        this.isThere = isThere;
    }

    private static DeletionSweep byIds(String subject, Listing listing, LongFunction<?> get) {
        return new DeletionSweep(subject, IDS_A_CALL, listing, id -> isFound(get, id));
    }

    /** Where a 404 may also mean that the generation has ended: a list that is answered proves that it has not. */
    private static DeletionSweep ofGenerationBefore(String subject, Listing listing, LongFunction<?> get) {
        return new DeletionSweep(
                subject,
                IDS_A_CALL,
                listing,
                id -> listing.listed(List.of(id)).anyMatch(row -> row == id) || isFound(get, id));
    }

    /** Returns the sweep of orders. */
    public static DeletionSweep orders(RemOnline remonline) {
        return byIds(
                "Order",
                ids -> remonline.orders().list(OrderQuery.builder().ids(ids).build()).stream()
                        .map(Order::id),
                remonline.orders()::get);
    }

    /** Returns the sweep of estimates. */
    public static DeletionSweep estimates(RemOnline remonline) {
        return byIds(
                "Order",
                ids -> remonline.estimates().list(OrderQuery.builder().ids(ids).build()).stream()
                        .map(Order::id),
                remonline.estimates()::get);
    }

    /** Returns the sweep of invoices. */
    public static DeletionSweep invoices(RemOnline remonline) {
        return byIds(
                "Invoice",
                ids -> remonline.invoices().list(InvoiceQuery.builder().ids(ids).build()).stream()
                        .map(Invoice::id),
                remonline.invoices()::get);
    }

    /** Returns the sweep of bookings, of whose deletion no webhook tells. */
    public static DeletionSweep bookings(RemOnline remonline) {
        return byIds(
                "Booking",
                ids -> remonline.bookings().list(BookingQuery.builder().ids(ids).build()).stream()
                        .map(Booking::id),
                remonline.bookings()::get);
    }

    /**
     * Returns the sweep of leads: listed at the unversioned address, and those that are missing there asked for as inquiries
     * of version 2. That both have the same ids is inferred; one that either has is not told.
     */
    public static DeletionSweep leads(RemOnline remonline) {
        return ofGenerationBefore(
                "Lead",
                ids -> remonline.leads().list(LeadQuery.builder().ids(ids).build()).stream()
                        .map(Inquiry::id),
                remonline.inquiries()::get);
    }

    /** Returns the sweep of people. Their list has no filter by id: a sweep reads all of it, 50 people a call. */
    public static DeletionSweep people(RemOnline remonline) {
        return new DeletionSweep(
                "Client",
                Integer.MAX_VALUE,
                ids -> remonline.people().list(ContactQuery.builder().build()).stream()
                        .map(Person::id),
                id -> isFound(remonline.people()::get, id));
    }

    /** Returns the sweep of organisations. Their list has no filter by id: a sweep reads all of it, 50 a call. */
    public static DeletionSweep organizations(RemOnline remonline) {
        return new DeletionSweep(
                "Client",
                Integer.MAX_VALUE,
                ids -> remonline.organizations().list(ContactQuery.builder().build()).stream()
                        .map(Organization::id),
                id -> isFound(remonline.organizations()::get, id));
    }

    /** Returns the sweep of orders, for accounts that have the token generation only. */
    public static DeletionSweep orders(RemOnlineLegacy remonline) {
        return ofGenerationBefore(
                "Order",
                ids -> remonline
                        .orders()
                        .list(LegacyOrderQuery.builder().ids(ids).build())
                        .stream()
                        .map(LegacyOrder::id),
                remonline.orders()::get);
    }

    /** Returns the sweep of clients, people and organisations in one, for accounts that have the token generation only. */
    public static DeletionSweep clients(RemOnlineLegacy remonline) {
        return ofGenerationBefore(
                "Client",
                ids -> remonline
                        .clients()
                        .list(LegacyClientQuery.builder().ids(ids).build())
                        .stream()
                        .map(LegacyClient::id),
                remonline.clients()::get);
    }

    /**
     * Tells each row of a copy that has been deleted. Asks for 50 rows a call, which is one page, so that none is missed
     * because rows move between pages; and once more for each that did not come. Of people and organisations the whole
     * list is read instead, and the ids of both sides are in memory.
     *
     * @param held the ids that the copy holds; walked while calls are made
     * @param gone takes the id of each deleted row
     * @return how many were told
     * @throws io.mostik.core.SdkException if a call fails; what was told so far stays true
     */
    public long sweep(Iterable<Long> held, LongConsumer gone) {
        Objects.requireNonNull(gone, "gone");
        long told = 0;
        List<Long> asked = new ArrayList<>();
        for (long id : held) {
            asked.add(id);
            if (asked.size() == part) {
                told += compare(asked, gone);
                asked.clear();
            }
        }
        return asked.isEmpty() ? told : told + compare(asked, gone);
    }

    private long compare(List<Long> held, LongConsumer gone) {
        Set<Long> listed = listing.listed(held).collect(Collectors.toSet());
        List<Long> missing = held.stream()
                .distinct()
                .filter(id -> !listed.contains(id) && !isThere.test(id))
                .toList();
        missing.forEach(gone::accept);
        return missing.size();
    }

    /**
     * Returns the id of the row whose deletion an event tells, if it has really gone. Events of orders and estimates have the
     * same names, and so have those of people and organisations: an id of the other kind comes too.
     *
     * @throws io.mostik.core.SdkException if the vendor does not say whether it is there
     */
    public OptionalLong gone(RemOnlineEvent event) {
        boolean isOurs = event.isDeletion()
                && event.eventName()
                        .filter(name -> name.subject().equals(subject))
                        .isPresent();
        OptionalLong id = isOurs ? event.objectId() : OptionalLong.empty();
        return id.isPresent() && !isThere.test(id.getAsLong()) ? id : OptionalLong.empty();
    }

    private static boolean isFound(LongFunction<?> get, long id) {
        try {
            Object unused = get.apply(id);
            return true;
        } catch (NotFoundException e) {
            return false;
        }
    }
}
