package io.mostik.pbx.vcclive.records;

import io.mostik.core.http.ApiClient;
import io.mostik.core.http.Call;
import io.mostik.core.http.Endpoint;
import io.mostik.core.json.Json;
import io.mostik.core.json.JsonType;
import io.mostik.pbx.vcclive.errors.BatchResult;
import io.mostik.pbx.vcclive.internal.BatchAnswer;
import io.mostik.pbx.vcclive.internal.VccAdded;
import io.mostik.pbx.vcclive.internal.VccAnswer;
import io.mostik.pbx.vcclive.internal.VccDone;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;

/**
 * Records of a project. Obtained from {@code VccLive.records()}. Thread-safe. To mirror the database use webhooks: the
 * vendor asks not to poll records.
 *
 * @see <a href="https://vcc.live/developers/database-api/database/add-record">the vendor's reference</a>
 */
public final class RecordsApi {

    private static final String RECORDS = "/projects/{projectId}/records";
    private static final String RECORD = RECORDS + "/{numberId}";
    private static final JsonType<VccAnswer<Json>> ANY = JsonType.envelope(VccAnswer.class, Json.class);

    private static final Endpoint<VccAnswer<Json>> LIST = Endpoint.read("records.list", "GET", RECORDS, ANY);
    private static final Endpoint<VccAnswer<RecordDetails>> GET =
            Endpoint.read("records.get", "GET", RECORD, JsonType.envelope(VccAnswer.class, RecordDetails.class));
    // Twice is two records, and the same person is called twice.
    private static final Endpoint<VccAdded> ADD = Endpoint.once("records.add", "POST", RECORDS, VccAdded.class);
    private static final Endpoint<VccDone> UPDATE = Endpoint.repeatable("records.update", "PUT", RECORD, VccDone.class);
    private static final Endpoint<VccDone> UPDATE_CONTACT =
            Endpoint.repeatable("records.updateContact", "PUT", RECORD + "/contacts/{contact}", VccDone.class);
    // Each one enters the history of the record, and may send messages to its person.
    private static final Endpoint<VccDone> ADD_DISPOSITION =
            Endpoint.once("records.addDisposition", "POST", RECORD + "/dispositions", VccDone.class);
    // A search can find other records the second time.
    private static final Endpoint<BatchAnswer> UPDATE_ALL =
            Endpoint.once("records.updateAll", "PUT", RECORDS, BatchAnswer.class);
    private static final Endpoint<BatchAnswer> ADD_DISPOSITIONS =
            Endpoint.once("records.addDispositions", "PUT", RECORDS + "/dispositions", BatchAnswer.class);

    private final ApiClient api;

    RecordsApi(ApiClient api) {
        this.api = Objects.requireNonNull(api, "api");
    }

    /**
     * Returns records as the vendor sends them. Experimental: neither the options nor the shape of the answer are
     * public; options are sent as given, in the order of the map.
     */
    public Json list(long projectId, Map<String, String> options) {
        Call<VccAnswer<Json>> call = api.call(LIST).path("projectId", projectId);
        options.forEach(call::query);
        return call.send().response();
    }

    /**
     * Returns one record with its contacts, dispositions and calls.
     *
     * @throws io.mostik.core.NotFoundException if there is none with this id
     * @see <a href="https://vcc.live/developers/database-api/database/records/get-detailed-record-information">the vendor's page</a>
     */
    public RecordDetails get(long projectId, long numberId) {
        return of(GET, projectId, numberId).send().response();
    }

    /**
     * Adds a record. Never done twice: after a failure with {@code UNKNOWN}, look for the record before adding it again.
     *
     * @return the id of the record, where the vendor tells it; it may say no more than that it was added
     * @see <a href="https://vcc.live/developers/database-api/database/add-record">the vendor's page</a>
     */
    public OptionalLong add(long projectId, NewRecord record) {
        return api.call(ADD).path("projectId", projectId).json(record).send().id();
    }

    /**
     * Sets custom fields of a record; those not named stay as they are.
     *
     * @see <a href="https://vcc.live/developers/database-api/database/records/modify-record">the vendor's page</a>
     */
    public void update(long projectId, long numberId, Map<String, FormValue> fields) {
        of(UPDATE, projectId, numberId).json(named(fields)).send();
    }

    /**
     * Sets custom fields of a record, and which number to dial next.
     *
     * @see <a href="https://vcc.live/developers/database-api/database/records/modify-record">the vendor's page</a>
     */
    public void update(long projectId, long numberId, Map<String, FormValue> fields, PhoneSlot nextContact) {
        of(UPDATE, projectId, numberId)
                .query("next_contact", nextContact.value())
                .json(named(fields))
                .send();
    }

    /**
     * Changes a contact. Slot 1 can always be changed, another one only if the project has a field for it.
     *
     * @see <a href="https://vcc.live/developers/database-api/database/records/modify-contact">the vendor's page</a>
     */
    public void updateContact(long projectId, long numberId, PhoneSlot slot, ContactUpdate change) {
        of(UPDATE_CONTACT, projectId, numberId)
                .path("contact", slot.number())
                .json(change)
                .send();
    }

    /**
     * Sets a disposition on a record. Never done twice: after a failure with {@code UNKNOWN}, read the record to see.
     *
     * @see <a href="https://vcc.live/developers/database-api/database/add-disposition">the vendor's page</a>
     */
    public void addDisposition(long projectId, long numberId, NewDisposition disposition) {
        of(ADD_DISPOSITION, projectId, numberId).json(disposition).send();
    }

    /**
     * Changes many records, with a result for each element. Never done twice.
     *
     * @see <a href="https://vcc.live/developers/database-api/database/batch-records-modification">the vendor's page</a>
     */
    public BatchResult<RecordUpdate> updateAll(long projectId, RecordBatch batch) {
        return api.call(UPDATE_ALL)
                .path("projectId", projectId)
                .json(batch)
                .send()
                .of(batch.elements());
    }

    /**
     * Sets dispositions on many records, with a result for each element. Never done twice.
     *
     * @see <a href="https://vcc.live/developers/database-api/database/disposition/batch-dispositions-modification">the vendor's page</a>
     */
    public BatchResult<DispositionUpdate> addDispositions(long projectId, DispositionBatch batch) {
        return api.call(ADD_DISPOSITIONS)
                .path("projectId", projectId)
                .json(batch)
                .send()
                .of(batch.elements());
    }

    private <T> Call<T> of(Endpoint<T> endpoint, long projectId, long numberId) {
        return api.call(endpoint).path("projectId", projectId).path("numberId", numberId);
    }

    private static Map<String, FormValue> named(Map<String, FormValue> fields) {
        if (fields.isEmpty() || fields.keySet().stream().anyMatch(String::isBlank)) {
            throw new IllegalArgumentException("fields must hold at least one field, each with a name");
        }
        return fields;
    }
}
