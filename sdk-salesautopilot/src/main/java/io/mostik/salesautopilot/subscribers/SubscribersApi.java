package io.mostik.salesautopilot.subscribers;

import io.mostik.core.PartialList;
import io.mostik.core.http.ApiClient;
import io.mostik.core.http.Call;
import io.mostik.core.http.Endpoint;
import io.mostik.core.json.Json;
import io.mostik.salesautopilot.ids.FieldName;
import io.mostik.salesautopilot.ids.FormId;
import io.mostik.salesautopilot.ids.ListId;
import io.mostik.salesautopilot.ids.RecordId;
import io.mostik.salesautopilot.internal.Answer;
import io.mostik.salesautopilot.internal.Email;
import io.mostik.salesautopilot.records.ContactRecord;
import io.mostik.salesautopilot.records.RecordFields;
import io.mostik.salesautopilot.records.SystemField;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The records of one list. Obtained from {@code SalesAutopilot.subscribers(list)}. Thread-safe.
 *
 * <p>Writing through a form runs the automations of that form, twice if it is done twice: such calls are never
 * repeated. After a failure whose outcome is {@code UNKNOWN}, read the record to see.
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

    SubscribersApi(ApiClient api, ListId list) {
        this.api = Objects.requireNonNull(api, "api");
        this.list = Objects.requireNonNull(list, "list");
    }

    /**
     * Adds a record through a sign-up form, which must not have the reCAPTCHA filter. Not an upsert: a record that is
     * there already stays as it is.
     *
     * @param fields any columns of the list; {@code email} where it is the list's unique key
     */
    public Subscription subscribe(FormId form, RecordFields fields) {
        return Subscription.of(
                answer(SUBSCRIBE, call(SUBSCRIBE).path("ns", form).json(fields)).code());
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
                                .path("value", withoutStar(value))
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
     * Changes several records without a form, and returns how many the vendor says it changed. The shape of the
     * elements and that no automation runs are inferred: try it on a list of your own.
     */
    public long batchUpdate(List<RowUpdate> rows) {
        return answer(BATCH_UPDATE, call(BATCH_UPDATE).json(rows)).number();
    }

    /** Returns all records in one answer, of 16 MB at most; {@link #list} reads less. */
    public List<ContactRecord> all() {
        return records(answer(ALL, call(ALL)), true);
    }

    /** Returns the records that a query finds, in one answer. */
    public List<ContactRecord> list(RecordQuery query) {
        return records(
                answer(query), query.columns().isEmpty() || query.columns().contains(SystemField.ID));
    }

    private Answer answer(RecordQuery query) {
        Endpoint<Json> endpoint = query.limit().isPresent() ? LIST_SOME : LIST;
        Call<Json> call =
                call(endpoint).path("field", query.orderBy()).path("direction", query.descending() ? "desc" : "asc");
        query.limit().ifPresent(limit -> call.path("limit", limit));
        return answer(endpoint, query.body().isEmpty() ? call : call.json(query.body()));
    }

    /**
     * Returns one record, if there is one.
     *
     * @throws io.mostik.core.DecodingException if the vendor answers with another record
     */
    public Optional<ContactRecord> find(RecordId id) {
        Answer answer = answer(GET, call(GET).path("id", id));
        Optional<ContactRecord> found = answer.object().map(ContactRecord::of);
        if (found.isPresent() && !found.flatMap(ContactRecord::findId).equals(Optional.of(id))) {
            throw answer.failure("not the record that was asked for");
        }
        return found;
    }

    /**
     * Returns the records that the vendor takes for having this value. A value that cannot be part of the vendor's path (one with
     * a slash or a backslash) or that the vendor may take for a pattern (one with a star) is not sent there: the records with
     * greater values are read in one answer and compared here, ignoring letter case. Who looks something up acts on not
     * finding it: no record is left out, also where the options skip what cannot be read.
     *
     * @throws io.mostik.core.DecodingException if a record cannot be read or comes without this column, so that nobody can
     *     tell whether it is one
     */
    public List<ContactRecord> findBy(FieldName field, String value) {
        boolean isSegment =
                !value.matches("\\.{1,2}") && value.chars().noneMatch(c -> c == '/' || c == '\\' || c == '*');
        return isSegment ? findInPath(field, value) : findInList(field, value);
    }

    /** Returns the records whose value contains a text, which is sent between two stars. That the vendor does so is unverified. */
    public List<ContactRecord> findContaining(FieldName field, String text) {
        return findInPath(field, "*" + text + "*");
    }

    /**
     * Returns the record with exactly this e-mail address; the first, where the list takes one twice. Blanks around it, upper and
     * lower case and the spelling of the domain (IDN) do not matter. Records of other addresses that the vendor takes for equal
     * are left out. Sends a second request where the domain has another alphabet and its ASCII form is not found.
     *
     * @throws IllegalArgumentException if the address holds a star
     */
    public Optional<ContactRecord> findByEmail(String email) {
        String wanted = withoutStar(Email.normal(email));
        return findSpelling(wanted).or(() -> Email.inItsAlphabet(wanted).flatMap(this::findSpelling));
    }

    private Optional<ContactRecord> findSpelling(String wanted) {
        return findBy(SystemField.EMAIL, wanted).stream()
                .filter(record -> record.email()
                        .filter(found -> Email.same(found, wanted))
                        .isPresent())
                .findFirst();
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
        return answer(UNSUBSCRIBE_EMAIL, call(UNSUBSCRIBE_EMAIL).path("email", withoutStar(email)))
                .flag();
    }

    /** Makes the records with this value inactive; undocumented but seen working. Returns the vendor's number. */
    public long unsubscribeBy(FieldName field, String value) {
        return answer(UNSUBSCRIBE_BY, call(UNSUBSCRIBE_BY).path("field", field).path("value", withoutStar(value)))
                .number();
    }

    /**
     * Deletes a record. Returns whether the vendor says that it did; false if it was gone before, as after a repeat.
     */
    public boolean delete(RecordId id) {
        return answer(DELETE, call(DELETE).path("id", id)).flag();
    }

    private Call<Json> call(Endpoint<Json> endpoint) {
        return api.call(endpoint).path("nl", list);
    }

    private static Answer answer(Endpoint<Json> endpoint, Call<Json> call) {
        return Answer.of(endpoint, call);
    }

    private List<ContactRecord> findInPath(FieldName field, String value) {
        return having(field, answer(FIND_BY, call(FIND_BY).path("field", field).path("value", value)));
    }

    /** Every text is greater than what is left of it without its last character. */
    private List<ContactRecord> findInList(FieldName field, String value) {
        String shorter = value.substring(0, value.offsetByCodePoints(value.length(), -1));
        RecordQuery.Builder query = RecordQuery.builder().orderBy(field);
        if (!shorter.isBlank()) {
            query.addConditions(Condition.greater(field, shorter));
        }
        return having(field, answer(query.build())).stream()
                .filter(record ->
                        record.text(field).filter(value::equalsIgnoreCase).isPresent())
                .toList();
    }

    private static String withoutStar(String value) {
        if (value.contains("*")) {
            throw new IllegalArgumentException("value must not hold a star: the vendor may take it for any text");
        }
        return value;
    }

    private static List<ContactRecord> having(FieldName field, Answer answer) {
        List<ContactRecord> records = records(answer, true);
        if (PartialList.skipped(records) > 0) {
            throw answer.failure("a record that may be the one");
        }
        if (records.stream().anyMatch(record -> record.get(field).text().isEmpty())) {
            throw answer.failure("a record without the column by which it was found");
        }
        return records;
    }

    private static List<ContactRecord> records(Answer answer, boolean withId) {
        return answer.rows(row -> {
            ContactRecord record = ContactRecord.of(row);
            if (withId && record.findId().isEmpty()) {
                throw answer.failure("a record without its id");
            }
            return record;
        });
    }
}
