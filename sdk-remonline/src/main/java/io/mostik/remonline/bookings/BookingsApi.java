package io.mostik.remonline.bookings;

import io.mostik.core.Page;
import io.mostik.core.Paged;
import io.mostik.core.http.ApiClient;
import io.mostik.core.http.Endpoint;
import io.mostik.core.json.JsonType;
import io.mostik.core.json.NoAnswer;
import io.mostik.remonline.common.Created;
import io.mostik.remonline.common.TimeRange;
import io.mostik.remonline.internal.Candidates;
import io.mostik.remonline.internal.DatedRows;
import io.mostik.remonline.internal.FilterCheck;
import io.mostik.remonline.internal.Filters;
import io.mostik.remonline.internal.ListStyle;
import io.mostik.remonline.internal.PageV2;
import io.mostik.remonline.internal.Rows;
import io.mostik.remonline.orders.OrderItem;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Bookings. Obtained from {@code RemOnline.bookings()}. Thread-safe.
 *
 * @see <a href="https://roapp.readme.io/reference">the vendor's reference</a>
 */
public final class BookingsApi {

    private static final Endpoint<PageV2<Booking>> LIST =
            Endpoint.read("bookings.list", "GET", "/bookings", JsonType.envelope(PageV2.class, Booking.class));
    private static final Endpoint<Booking> GET = Endpoint.read("bookings.get", "GET", "/bookings/{id}", Booking.class);
    // No key makes a write idempotent here: sent twice, the vendor would make two.
    private static final Endpoint<Created> CREATE =
            Endpoint.once("bookings.create", "POST", "/bookings", Created.class);
    // Sent twice, it would undo what somebody else changed in between; the vendor document allows repeats of reads
    // only.
    private static final Endpoint<NoAnswer> UPDATE = Endpoint.once("bookings.update", "PATCH", "/bookings/{id}");
    private static final Endpoint<Rows<OrderItem>> ITEMS = Endpoint.read(
            "bookings.items", "GET", "/bookings/{id}/items", JsonType.envelope(Rows.class, OrderItem.class));
    private static final Endpoint<Created> ADD_ITEM =
            Endpoint.once("bookings.addItem", "POST", "/bookings/{id}/items", Created.class);

    private static final FilterCheck<Booking> CHECK = new FilterCheck<>(
            "bookings.list",
            () -> Map.of(
                    "ids", booking -> Optional.of(booking.id()),
                    "statuses", booking -> FilterCheck.boxed(booking.statusId()),
                    "branches", booking -> FilterCheck.boxed(booking.branchId()),
                    "assignees", booking -> FilterCheck.boxed(booking.assigneeId()),
                    "clients_ids", booking -> FilterCheck.boxed(booking.clientId()),
                    "created_at", Booking::createdAt,
                    "modified_at", Booking::modifiedAt,
                    "scheduled_for", Booking::scheduledFor));

    private final ApiClient api;
    private final ListStyle lists;

    BookingsApi(ApiClient api, ListStyle lists) {
        this.api = Objects.requireNonNull(api, "api");
        this.lists = Objects.requireNonNull(lists, "lists");
    }

    /**
     * Returns one booking.
     *
     * @throws io.mostik.core.NotFoundException if no object has this id
     */
    public Booking get(long id) {
        return api.call(GET).path("id", id).send();
    }

    /**
     * Returns the bookings that a query finds, 50 a page; nothing is sent until they are walked. An empty list can
     * mean that the key may not see the location. Rows that move between pages meanwhile come once.
     */
    public Paged<Booking> list(BookingQuery query) {
        return Filters.paged(
                lists.filters(query),
                Booking::id,
                (filters, page) -> CHECK.checked(
                        filters,
                        api.call(LIST)
                                .query("page", page)
                                .queries(filters)
                                .send()
                                .toPage(page)));
    }

    /** Makes one. Never done twice: after a failure with {@code UNKNOWN}, {@link #reconcileCreate} looks for it. */
    public Created create(NewBooking booking) {
        return api.call(CREATE).json(booking).send();
    }

    /**
     * Changes one, or its status. Never done twice: somebody may have changed it meanwhile.
     *
     * @throws io.mostik.core.NotFoundException if no object has this id
     */
    public void update(long id, BookingUpdate changes) {
        api.call(UPDATE).path("id", id).json(changes).send();
    }

    /**
     * Returns the lines.
     *
     * @throws io.mostik.core.NotFoundException if there is nothing with this id
     */
    public List<OrderItem> items(long id) {
        return api.call(ITEMS).path("id", id).send().list();
    }

    /**
     * Adds a line. Known from a live client. Never done twice: after a failure with {@code UNKNOWN}, look before
     * trying again.
     */
    public Created addItem(long id, NewBookingItem item) {
        return api.call(ADD_ITEM).path("id", id).json(item).send();
    }

    /**
     * Returns one page of the bookings changed in a range. The filter is documented; that {@code sort} takes
     * {@code modified_at} is inferred from orders and people, so they may come in another order: {@code RemOnlineFeeds}
     * walks the pages without loss either way.
     *
     * @param range its ends included, to the second
     * @param page number from 1
     * @throws io.mostik.core.DecodingException if a row does not say when it was changed
     */
    public Page<Booking> changed(TimeRange range, int page) {
        return DatedRows.of(
                api.call(LIST).query("page", page).queries(lists.changedIn(range)),
                page,
                "bookings.list",
                Booking::modifiedAt);
    }

    /**
     * Looks for what a {@code create} whose outcome is {@code UNKNOWN} may have created: the bookings of the client
     * made since at the location; or only those with the same slot, if there are any. Nothing found means that none was
     * made; several are for a person to judge.
     *
     * @param since when it was sent; looks from two minutes before, for clocks differ
     */
    public List<Booking> reconcileCreate(NewBooking booking, Instant since) {
        BookingQuery query = BookingQuery.builder()
                .addBranches(booking.branchId())
                .addClientsIds(booking.clientId())
                .createdSince(Candidates.from(since))
                .build();
        return Candidates.of(
                whole().list(query).toList(),
                found -> Candidates.same(booking.scheduledFor(), found.scheduledFor())
                        && Candidates.same(booking.scheduledTo(), found.scheduledTo()));
    }

    /** A row left out would look like one that was never made. */
    private BookingsApi whole() {
        return new BookingsApi(api.withoutSkipping(), lists);
    }
}
