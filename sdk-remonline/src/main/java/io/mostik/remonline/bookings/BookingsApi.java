package io.mostik.remonline.bookings;

import io.mostik.core.Paged;
import io.mostik.core.http.ApiClient;
import io.mostik.core.http.Endpoint;
import io.mostik.core.json.JsonCodec;
import io.mostik.core.json.JsonType;
import io.mostik.core.json.NoAnswer;
import io.mostik.remonline.common.ArrayStyle;
import io.mostik.remonline.common.Created;
import io.mostik.remonline.internal.Candidates;
import io.mostik.remonline.internal.Filters;
import io.mostik.remonline.internal.RoPage;
import io.mostik.remonline.internal.Rows;
import io.mostik.remonline.orders.OrderItem;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * Bookings. Obtained from {@code RemOnline.bookings()}. Thread-safe.
 *
 * @see <a href="https://roapp.readme.io/reference">the vendor's reference</a>
 */
public final class BookingsApi {

    private static final Endpoint<RoPage<Booking>> LIST =
            Endpoint.read("bookings.list", "GET", "/bookings", JsonType.envelope(RoPage.class, Booking.class));
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

    private static final JsonCodec NAMES =
            JsonCodec.builder().snakeCase().wholeSeconds().build();

    private final ApiClient api;
    private final ArrayStyle arrays;

    /** Creates the API over an engine; use {@code RemOnline.bookings()}. */
    public BookingsApi(ApiClient api, ArrayStyle arrays) {
        this.api = Objects.requireNonNull(api, "api");
        this.arrays = Objects.requireNonNull(arrays, "arrays");
    }

    /**
     * Returns one booking.
     *
     * @throws io.mostik.core.NotFoundException if there is none with this id
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
                arrays.write(NAMES.fields(query)),
                Booking::id,
                (filters, page) -> api.call(LIST)
                        .query("page", page)
                        .queries(filters)
                        .send()
                        .toPage());
    }

    /** Makes one. Never sent twice: after a failure with {@code UNKNOWN}, {@link #reconcileCreate} looks for it. */
    public Created create(NewBooking booking) {
        return api.call(CREATE).json(booking).send();
    }

    /**
     * Changes one, or its status. Never sent twice: somebody may have changed it meanwhile.
     *
     * @throws io.mostik.core.NotFoundException if there is none with this id
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
     * Adds a line. Known from a live client. Never sent twice: after a failure with {@code UNKNOWN}, look before
     * trying again.
     */
    public Created addItem(long id, NewBookingItem item) {
        return api.call(ADD_ITEM).path("id", id).json(item).send();
    }

    /**
     * Looks for what came of a {@code create} whose outcome is {@code UNKNOWN}: the bookings of the client made since at the
     * location; those alone that have the very slot, if there are any. Nothing found means that none was made; several
     * are for a person to judge.
     *
     * @param since when it was sent; looks from two minutes before, for clocks differ
     */
    public List<Booking> reconcileCreate(NewBooking booking, Instant since) {
        BookingQuery query = BookingQuery.builder()
                .addBranches(booking.branchId())
                .addClientsIds(booking.clientId())
                .addCreatedAt(Candidates.from(since))
                .build();
        return Candidates.of(
                list(query).toList(),
                found -> Candidates.same(booking.scheduledFor(), found.scheduledFor())
                        && Candidates.same(booking.scheduledTo(), found.scheduledTo()));
    }
}
