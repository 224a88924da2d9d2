package io.mostik.remonline.warehouse;

import io.mostik.core.Paged;
import io.mostik.core.http.ApiClient;
import io.mostik.core.http.Endpoint;
import io.mostik.core.json.Json;
import io.mostik.core.json.JsonType;
import io.mostik.core.json.UntypedObject;
import io.mostik.remonline.catalog.Category;
import io.mostik.remonline.common.Created;
import io.mostik.remonline.common.Named;
import io.mostik.remonline.internal.Candidates;
import io.mostik.remonline.internal.ListsV1;
import io.mostik.remonline.internal.PageV1;
import io.mostik.remonline.internal.Rows;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * Stock and its documents. Only in the generation before version 2, which the vendor announced to end on 2026-09-01;
 * the client sends these calls there by itself. Obtained from {@code RemOnline.warehouse()}. Thread-safe.
 *
 * @see <a href="https://roapp.readme.io/reference">the vendor's reference</a>
 */
public final class WarehouseApi {

    private static final Endpoint<Rows<Warehouse>> LIST =
            Endpoint.read("warehouse.list", "GET", "/warehouse/", JsonType.envelope(Rows.class, Warehouse.class));
    private static final Endpoint<PageV1<StockRow>> STOCK = Endpoint.read(
            "warehouse.stock", "GET", "/warehouse/goods/{id}", JsonType.envelope(PageV1.class, StockRow.class));
    private static final Endpoint<UntypedObject> GOOD =
            Endpoint.read("warehouse.good", "GET", "/warehouse/goods/{id}/{good}", UntypedObject.class);
    private static final Endpoint<Rows<Named>> CELLS = Endpoint.read(
            "warehouse.cells", "GET", "/warehouse/{id}/cells", JsonType.envelope(Rows.class, Named.class));
    private static final Endpoint<Rows<Category>> CATEGORIES = Endpoint.read(
            "warehouse.categories", "GET", "/warehouse/categories/", JsonType.envelope(Rows.class, Category.class));
    private static final Endpoint<PageV1<Posting>> POSTINGS = Endpoint.read(
            "warehouse.postings", "GET", "/warehouse/postings/", JsonType.envelope(PageV1.class, Posting.class));
    // Documents of a warehouse can be neither changed nor removed.
    private static final Endpoint<Created> CREATE_POSTING =
            Endpoint.once("warehouse.createPosting", "POST", "/warehouse/postings/", Created.class);
    private static final Endpoint<PageV1<Move>> MOVES =
            Endpoint.read("warehouse.moves", "GET", "/warehouse/moves/", JsonType.envelope(PageV1.class, Move.class));
    private static final Endpoint<Created> CREATE_MOVE =
            Endpoint.once("warehouse.createMove", "POST", "/warehouse/moves/", Created.class);
    private static final Endpoint<PageV1<Move>> OUTCOMES = Endpoint.read(
            "warehouse.outcomes",
            "GET",
            "/warehouse/outcome-transactions/",
            JsonType.envelope(PageV1.class, Move.class));
    private static final Endpoint<Created> CREATE_OUTCOME =
            Endpoint.once("warehouse.createOutcome", "POST", "/warehouse/outcome-transactions/", Created.class);

    private final ApiClient api;

    WarehouseApi(ApiClient api) {
        this.api = Objects.requireNonNull(api, "api");
    }

    /** Returns the warehouses that the key may see. */
    public List<Warehouse> list() {
        return api.call(LIST).send().list();
    }

    /** Returns the warehouses of a location that hold goods of one kind. */
    public List<Warehouse> list(long branchId, WarehouseType type) {
        return api.call(LIST)
                .query("branch_id", branchId)
                .query("type", type)
                .send()
                .list();
    }

    /** Returns what a warehouse has, 50 a page; nothing is sent until it is walked. */
    public Paged<StockRow> stock(long warehouseId, StockQuery query) {
        return ListsV1.paged(() -> api.call(STOCK).path("id", warehouseId), query, StockRow::id);
    }

    /** Returns the serial numbers and bins of one product in a warehouse; their shape is not documented. */
    public Json good(long warehouseId, long goodId) {
        return api.call(GOOD)
                .path("id", warehouseId)
                .path("good", goodId)
                .send()
                .json();
    }

    /**
     * Returns the bins of a warehouse.
     *
     * @throws io.mostik.core.NotFoundException if there is nothing with this id
     */
    public List<Named> cells(long id) {
        return api.call(CELLS).path("id", id).send().list();
    }

    /** Returns the categories of products. */
    public List<Category> categories() {
        return api.call(CATEGORIES).send().list();
    }

    /**
     * Returns the postings that a query finds, 50 a page; nothing is sent until they are walked. An empty list can
     * mean that the key may not see the location.
     */
    public Paged<Posting> postings(PostingQuery query) {
        return ListsV1.paged(() -> api.call(POSTINGS), query, Posting::id);
    }

    /** Takes goods in. Never done twice: after a failure with {@code UNKNOWN}, {@link #reconcilePosting} looks for it. */
    public Created createPosting(NewPosting posting) {
        return api.call(CREATE_POSTING).json(posting).send();
    }

    /**
     * Returns the moves that a query finds, 50 a page; nothing is sent until they are walked. An empty list can
     * mean that the key may not see the location.
     */
    public Paged<Move> moves(MoveQuery query) {
        return ListsV1.paged(() -> api.call(MOVES), query, Move::id);
    }

    /**
     * Moves goods. Experimental: the published schema of the lines is malformed. Never done twice: after a failure
     * with {@code UNKNOWN}, look before trying again.
     */
    public Created createMove(NewMove move) {
        return api.call(CREATE_MOVE).json(move).send();
    }

    /**
     * Returns the write-offs that a query finds, 50 a page; nothing is sent until they are walked. An empty list
     * can mean that the key may not see the location.
     */
    public Paged<Move> outcomes(MoveQuery query) {
        return ListsV1.paged(() -> api.call(OUTCOMES), query, Move::id);
    }

    /**
     * Writes goods off. Experimental: the published schema of the lines is malformed. Never done twice: after a
     * failure with {@code UNKNOWN}, look before trying again.
     */
    public Created createOutcome(NewOutcome outcome) {
        return api.call(CREATE_OUTCOME).json(outcome).send();
    }

    /**
     * Looks for what a {@code createPosting} whose outcome is {@code UNKNOWN} may have created: the postings of the
     * supplier made since into the warehouse; or only those with the same document number, if there are any. Nothing
     * found means that none was made; several are for a person to judge.
     *
     * @param since when it was sent; looks from two minutes before, for clocks differ
     */
    public List<Posting> reconcilePosting(NewPosting posting, Instant since) {
        PostingQuery query = PostingQuery.builder()
                .addWarehouseIds(posting.warehouseId())
                .addSupplierIds(posting.supplierId())
                .createdSince(Candidates.from(since))
                .build();
        return Candidates.of(
                whole().postings(query).toList(),
                found -> Candidates.kept(posting.documentNumber(), found.documentNumber()));
    }

    /** A row left out would look like one that was never made. */
    private WarehouseApi whole() {
        return new WarehouseApi(api.withoutSkipping());
    }
}
