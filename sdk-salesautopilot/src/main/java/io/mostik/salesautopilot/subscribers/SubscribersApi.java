package io.mostik.salesautopilot.subscribers;

import io.mostik.core.StateStore;
import io.mostik.core.http.ApiClient;
import io.mostik.core.http.Call;
import io.mostik.core.http.Endpoint;
import io.mostik.core.json.Json;
import io.mostik.salesautopilot.ids.FieldName;
import io.mostik.salesautopilot.ids.FormId;
import io.mostik.salesautopilot.ids.ListId;
import io.mostik.salesautopilot.ids.RecordId;
import io.mostik.salesautopilot.internal.Answer;
import io.mostik.salesautopilot.records.ContactRecord;
import io.mostik.salesautopilot.records.RecordFields;
import io.mostik.salesautopilot.records.SystemField;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The records of one list. Obtained from {@code SalesAutopilot.subscribers(list)}. Thread-safe.
 *
 * <p>Writing through a form runs the automations of that form, twice if it is done twice: such calls are never repeated.
 * After a failure whose outcome is {@code UNKNOWN}, read the record to see.
 *
 * @see <a href="https://support.salesautopilot.com/hc/hu/articles/360010505194">the vendor's help</a>
 */
public final class SubscribersApi {

    // The form's letters go out, and lists without a unique key get a second record.
    private static final Endpoint<Json> SUBSCRIBE =
            Endpoint.once("subscribers.subscribe", "POST", "/subscribe/{nl}/form/{ns}", Json.class);
    // The same values twice are the same record, but the form's letters, invoices and actions would run twice.
    private static final Endpoint<Json> UPDATE =
            Endpoint.once("subscribers.update", "PUT", "/update/{nl}/form/{ns}/record/{id}", Json.class);
    private static final Endpoint<Json> UPDATE_BY = Endpoint.once(
            "subscribers.updateBy", "PUT", "/update/{nl}/form/{ns}/field/{field}/value/{value}", Json.class);
    private static final Endpoint<Json> UPDATE_ALL =
            Endpoint.once("subscribers.updateAll", "PUT", "/update/{nl}/form/{ns}", Json.class);
    // Whether automations run in a batch is not documented.
    private static final Endpoint<Json> BATCH_UPDATE =
            Endpoint.once("subscribers.batchUpdate", "POST", "/batchupdate/{nl}", Json.class);
    private static final Endpoint<Json> ALL = Endpoint.read("subscribers.all", "GET", "/list/{nl}", Json.class);
    private static final Endpoint<Json> LIST =
            Endpoint.read("subscribers.list", "POST", "/list/{nl}/order/{field}/{direction}", Json.class);
    private static final Endpoint<Json> LIST_SOME =
            Endpoint.read("subscribers.list", "POST", "/list/{nl}/order/{field}/{direction}/{limit}", Json.class);
    private static final Endpoint<Json> GET =
            Endpoint.read("subscribers.find", "GET", "/list/{nl}/record/{id}", Json.class);
    private static final Endpoint<Json> FIND_BY =
            Endpoint.read("subscribers.findBy", "GET", "/list/{nl}/field/{field}/value/{value}", Json.class);
    private static final Endpoint<Json> COUNT =
            Endpoint.read("subscribers.count", "GET", "/listtotalcount/{nl}", Json.class);
    // By GET, and still a change; leaving twice is leaving.
    private static final Endpoint<Json> UNSUBSCRIBE =
            Endpoint.repeatable("subscribers.unsubscribe", "GET", "/unsubscribe/{nl}/record/{id}", Json.class);
    private static final Endpoint<Json> UNSUBSCRIBE_EMAIL =
            Endpoint.repeatable("subscribers.unsubscribeEmail", "GET", "/unsubscribe/{nl}/email/{email}", Json.class);
    private static final Endpoint<Json> UNSUBSCRIBE_BY = Endpoint.repeatable(
            "subscribers.unsubscribeBy", "GET", "/unsubscribe/{nl}/field/{field}/value/{value}", Json.class);
    private static final Endpoint<Json> DELETE =
            Endpoint.repeatable("subscribers.delete", "DELETE", "/delete/{nl}/record/{id}", Json.class);

    private final ApiClient api;
    private final ListId list;
    private final StateStore store;

    /** Creates the API over an engine; use {@code SalesAutopilot.subscribers(list)}. */
    public SubscribersApi(ApiClient api, ListId list, StateStore store) {
        this.api = Objects.requireNonNull(api, "api");
        this.list = Objects.requireNonNull(list, "list");
        this.store = Objects.requireNonNull(store, "store");
    }

    /**
     * Adds a record through a sign-up form, which must not have the reCAPTCHA filter. Not an upsert: a record that is
     * there already stays as it is.
     *
     * @param fields any columns of the list; {@code email} where it is the list's unique key
     */
    public Subscription subscribe(FormId form, RecordFields fields) {
        return Subscription.of(
                answer(SUBSCRIBE, call(SUBSCRIBE).path("ns", form).json(fields)).number());
    }

    /**
     * Adds a record, or changes what differs in the one that has this e-mail already. For lists whose unique key is the
     * e-mail; calling it again after a failure is safe there. Sends one to three requests.
     *
     * @param signUpForm form for new records
     * @param updateForm form for those that are there
     * @param fields columns, {@code email} among them
     */
    public Upsert subscribeOrUpdate(FormId signUpForm, FormId updateForm, RecordFields fields) {
        return new SignUpOrUpdate(this, signUpForm, updateForm).run(fields);
    }

    /**
     * Changes what differs in the record of an e-mail address, and never signs anybody up. Sends one or two requests;
     * where nothing differs the form is not used, so that calling it again after a failure is safe.
     *
     * @param fields columns, {@code email} among them
     * @return what was changed; empty if the list does not have this address
     */
    public Optional<Upsert> updateIfThere(FormId updateForm, RecordFields fields) {
        return findByEmail(SignUpOrUpdate.email(fields))
                .map(record -> new SignUpOrUpdate(this, updateForm, updateForm).change(record, fields));
    }

    /** Changes columns of a record through a form, and returns how many records the vendor says it changed. */
    public long update(FormId form, RecordId id, RecordFields fields) {
        return answer(UPDATE, call(UPDATE).path("ns", form).path("id", id).json(fields))
                .number();
    }

    /** Changes columns of all records that have this value, and returns how many the vendor says it changed. */
    public long updateBy(FormId form, FieldName field, String value, RecordFields fields) {
        return answer(
                        UPDATE_BY,
                        call(UPDATE_BY)
                                .path("ns", form)
                                .path("field", field)
                                .path("value", value)
                                .json(fields))
                .number();
    }

    /**
     * Changes several records through a form, and returns how many the vendor says it changed. The largest batch is not
     * documented; 100 is a careful size.
     */
    public long updateAll(FormId form, List<RowUpdate> rows) {
        return answer(UPDATE_ALL, call(UPDATE_ALL).path("ns", form).json(rows)).number();
    }

    /**
     * Changes several records without a form, and returns how many the vendor says it changed. The shape of the elements
     * and that no automation runs are inferred: try it on a list of your own.
     */
    public long batchUpdate(List<RowUpdate> rows) {
        return answer(BATCH_UPDATE, call(BATCH_UPDATE).json(rows)).number();
    }

    /** Returns all records in one answer, of 16 MB at most; {@link #list} reads less. */
    public List<ContactRecord> all() {
        return records(answer(ALL, call(ALL)));
    }

    /** Returns the records that a query finds, in one answer. */
    public List<ContactRecord> list(RecordQuery query) {
        Endpoint<Json> endpoint = query.limit().isPresent() ? LIST_SOME : LIST;
        Call<Json> call =
                call(endpoint).path("field", query.orderBy()).path("direction", query.descending() ? "desc" : "asc");
        query.limit().ifPresent(limit -> call.path("limit", limit));
        return records(answer(endpoint, query.body().isEmpty() ? call : call.json(query.body())));
    }

    /** Returns one record, if there is one. */
    public Optional<ContactRecord> find(RecordId id) {
        return answer(GET, call(GET).path("id", id)).object().map(ContactRecord::of);
    }

    /** Returns the records that have this value; that stars mean "contains" is unverified. */
    public List<ContactRecord> findBy(FieldName field, String value) {
        return records(answer(FIND_BY, call(FIND_BY).path("field", field).path("value", value)));
    }

    /** Returns the record of an e-mail address; the first, where the list takes one twice. */
    public Optional<ContactRecord> findByEmail(String email) {
        return findBy(SystemField.EMAIL, email).stream().findFirst();
    }

    /** Returns how many records the list has. */
    public long count() {
        return answer(COUNT, call(COUNT)).number();
    }

    /** Makes a record inactive; it stays in the list. Returns whether the vendor says that it did. */
    public boolean unsubscribe(RecordId id) {
        return answer(UNSUBSCRIBE, call(UNSUBSCRIBE).path("id", id)).flag();
    }

    /** Makes the records of an e-mail address inactive. Returns whether the vendor says that it did. */
    public boolean unsubscribeEmail(String email) {
        return answer(UNSUBSCRIBE_EMAIL, call(UNSUBSCRIBE_EMAIL).path("email", email))
                .flag();
    }

    /** Makes the records with this value inactive; undocumented but seen working. Returns the vendor's number. */
    public long unsubscribeBy(FieldName field, String value) {
        return answer(UNSUBSCRIBE_BY, call(UNSUBSCRIBE_BY).path("field", field).path("value", value))
                .number();
    }

    /** Deletes a record. Returns whether the vendor says that it did; false if it was gone before, as after a repeat. */
    public boolean delete(RecordId id) {
        return answer(DELETE, call(DELETE).path("id", id)).flag();
    }

    /**
     * Returns a feed of the records that come in.
     *
     * @param name what tells several feeds of one list apart; where the feed stands is kept under it
     */
    public RecordFeed feed(String name, FeedSettings settings) {
        return new RecordFeed(
                this::list,
                "salesautopilot/feed/" + list.value() + "/" + name,
                store,
                settings,
                api.config().time());
    }

    private Call<Json> call(Endpoint<Json> endpoint) {
        return api.call(endpoint).path("nl", list);
    }

    private static Answer answer(Endpoint<Json> endpoint, Call<Json> call) {
        return Answer.of(endpoint, call);
    }

    private static List<ContactRecord> records(Answer answer) {
        return answer.rows().stream().map(ContactRecord::of).toList();
    }
}
