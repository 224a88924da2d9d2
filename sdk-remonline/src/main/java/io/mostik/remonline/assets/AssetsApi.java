package io.mostik.remonline.assets;

import io.mostik.core.Paged;
import io.mostik.core.http.ApiClient;
import io.mostik.core.http.Endpoint;
import io.mostik.core.json.JsonType;
import io.mostik.remonline.common.Created;
import io.mostik.remonline.common.CustomField;
import io.mostik.remonline.common.CustomFieldStyle;
import io.mostik.remonline.common.Named;
import io.mostik.remonline.internal.Acknowledged;
import io.mostik.remonline.internal.ListsV1;
import io.mostik.remonline.internal.PageV1;
import io.mostik.remonline.internal.Rows;
import io.mostik.remonline.internal.SingleResult;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Assets. Only in the generation before version 2, which the vendor announced to end on 2026-09-01; the client sends
 * these calls there by itself. Obtained from {@code RemOnline.assets()}. Thread-safe.
 *
 * @see <a href="https://roapp.readme.io/reference">the vendor's reference</a>
 */
public final class AssetsApi {

    private static final Endpoint<PageV1<Asset>> LIST =
            Endpoint.read("assets.list", "GET", "/warehouse/assets", JsonType.envelope(PageV1.class, Asset.class));
    private static final Endpoint<SingleResult<Asset>> GET = Endpoint.read(
            "assets.get", "GET", "/warehouse/assets/{id}", JsonType.envelope(SingleResult.class, Asset.class));
    private static final Endpoint<Created> CREATE =
            Endpoint.once("assets.create", "POST", "/warehouse/assets", Created.class);
    // Sent twice, it would undo what somebody else changed in between; the vendor document allows repeats of reads
    // only.
    private static final Endpoint<Acknowledged> UPDATE =
            Endpoint.once("assets.update", "PUT", "/warehouse/assets/{id}", Acknowledged.class);
    private static final Endpoint<Acknowledged> MOVE =
            Endpoint.once("assets.move", "POST", "/warehouse/assets/{id}/move", Acknowledged.class);
    private static final Endpoint<Rows<CustomField>> CUSTOM_FIELDS = Endpoint.read(
            "assets.customFields",
            "GET",
            "/warehouse/assets/custom-fields/",
            JsonType.envelope(Rows.class, CustomField.class));
    private static final Endpoint<Rows<Named>> DIRECTORIES = Endpoint.read(
            "assets.directories", "GET", "/warehouse/assets/directories", JsonType.envelope(Rows.class, Named.class));

    private final ApiClient api;
    private final CustomFieldStyle ownFields;

    AssetsApi(ApiClient api, CustomFieldStyle ownFields) {
        this.api = Objects.requireNonNull(api, "api");
        this.ownFields = Objects.requireNonNull(ownFields, "ownFields");
    }

    /**
     * Returns one asset.
     *
     * @throws io.mostik.core.NotFoundException if no object has this id
     */
    public Asset get(long id) {
        return api.call(GET).path("id", id).send().value();
    }

    /**
     * Returns the assets that a query finds, 50 a page; nothing is sent until they are walked. An empty list can
     * mean that the key may not see the location.
     */
    public Paged<Asset> list(AssetQuery query) {
        return ListsV1.paged(() -> api.call(LIST), query, Asset::id);
    }

    /**
     * Makes one. The vendor refuses a mark that is there already. Never done twice: after a failure with {@code
     * UNKNOWN}, {@link #reconcileCreate} looks for it.
     */
    public Created create(NewAsset asset) {
        return api.call(CREATE).json(ownFields.write(asset)).send();
    }

    /**
     * Changes one. Never done twice: somebody may have changed it meanwhile.
     *
     * @throws io.mostik.core.NotFoundException if no object has this id
     */
    public void update(long id, NewAsset asset) {
        api.call(UPDATE).path("id", id).json(ownFields.write(asset)).send();
    }

    /**
     * Moves one to another warehouse. Never done twice: after a failure with {@code UNKNOWN}, look before trying
     * again.
     */
    public void move(long id, long warehouseId) {
        api.call(MOVE).path("id", id).json(Map.of("warehouse_id", warehouseId)).send();
    }

    /** Returns the fields that the account has added to assets. */
    public List<CustomField> customFields() {
        return api.call(CUSTOM_FIELDS).send().list();
    }

    /** Returns the groups of assets. */
    public List<Named> directories() {
        return api.call(DIRECTORIES).send().list();
    }

    /** Returns what lies below a group, a brand or a model: brands, models, modifications. */
    public List<Named> directories(long parentId) {
        return api.call(DIRECTORIES).query("parent_id", parentId).send().list();
    }

    /**
     * Returns the asset of a mark, which is unique: finds what a {@code create} whose outcome is {@code UNKNOWN} may
     * have created. Empty if it was not made.
     */
    public Optional<Asset> reconcileCreate(NewAsset asset) {
        AssetQuery query = AssetQuery.builder().addUid(asset.uid()).build();
        return whole().list(query).stream()
                .filter(found -> found.uid().filter(asset.uid()::equals).isPresent())
                .findFirst();
    }

    /** A row left out would look like one that was never made. */
    private AssetsApi whole() {
        return new AssetsApi(api.withoutSkipping(), ownFields);
    }
}
