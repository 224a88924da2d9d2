package io.mostik.salesautopilot.v2;

import io.mostik.core.Paged;
import io.mostik.core.http.ApiClient;
import io.mostik.core.http.Call;
import io.mostik.core.http.Endpoint;
import io.mostik.core.http.RawApi;
import io.mostik.core.json.Json;
import io.mostik.salesautopilot.ids.FormId;
import io.mostik.salesautopilot.ids.ListId;
import io.mostik.salesautopilot.internal.Answer;
import io.mostik.salesautopilot.records.ContactRecord;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Version 2 of the API, as far as it is public. Logs in by itself with the same key pair, and queues up and is counted
 * together with version 1. Obtained from {@code SalesAutopilot.v2()}. Thread-safe.
 *
 * @see <a href="https://salesautopilot.readme.io/reference/getting-started-1">the vendor's reference</a>
 */
public final class V2Api {

    private static final int MOST_A_PAGE = 1_000;

    private static final Endpoint<Lists> LISTS = Endpoint.read("v2.lists", "GET", "/lists", Lists.class);
    // What the vendor does with a name that is there already is not documented.
    private static final Endpoint<Json> CREATE_COLUMN =
            Endpoint.once("v2.createColumn", "POST", "/lists/{list}/fields", Json.class);
    private static final Endpoint<SubscriberPage> SUBSCRIBERS =
            Endpoint.read("v2.subscribers", "GET", "/newsletter/{list}/subscribers", SubscriberPage.class);
    private static final Endpoint<EventPage> EVENTS =
            Endpoint.read("v2.events", "GET", "/newsletter/{list}/events", EventPage.class);
    private static final Endpoint<FormAnswer> FORM_FIELDS =
            Endpoint.read("v2.formFields", "GET", "/bearer/newsletter/{list}/form/{form}/fields", FormAnswer.class);
    // A second timing would send the letter a second time, once both are activated.
    private static final Endpoint<Json> CREATE_SEND = Endpoint.once("v2.createSend", "POST", "/sends", Json.class);

    private final ApiClient api;

    V2Api(ApiClient api) {
        this.api = Objects.requireNonNull(api, "api");
    }

    /** Returns all lists. */
    public List<V2List> lists() {
        return api.call(LISTS).send().data().orElseThrow();
    }

    /**
     * Adds a column to a list, and returns what the vendor answers, which is not documented.
     *
     * @throws io.mostik.core.DecodingException with {@code UNKNOWN} if the answer holds no value, or says
     *     {@code "success":false}
     */
    public Json createColumn(ListId list, NewColumn column) {
        return Answer.of(
                        CREATE_COLUMN,
                        api.call(CREATE_COLUMN).path("list", list).json(column))
                .said();
    }

    /**
     * Returns the subscribers of a list; nothing is sent until they are walked.
     *
     * @param limit how many a page; 20 and 25 have been seen in use, the vendor's most is not known
     */
    public Paged<ContactRecord> subscribers(ListId list, int limit) {
        if (limit < 1 || limit > MOST_A_PAGE) {
            throw new IllegalArgumentException("limit must be 1 to " + MOST_A_PAGE);
        }
        return Paged.numbered(
                        1,
                        page -> SubscriberPage.of(
                                api.call(SUBSCRIBERS)
                                        .path("list", list)
                                        .query("limit", limit)
                                        .query("page", page),
                                page,
                                limit))
                .distinctBy(ContactRecord::id);
    }

    /**
     * Returns what happened to the subscribers of a list; nothing is sent until it is walked.
     *
     * @param filter query parameters by the vendor's names, which are not public; may be empty
     */
    public Paged<SubscriberEvent> events(ListId list, Map<String, String> filter) {
        return Paged.numbered(1, page -> {
            Call<EventPage> call = api.call(EVENTS).path("list", list).query("page", page);
            filter.forEach(call::query);
            return call.send().toPage();
        });
    }

    /** Returns one page of what happened to the subscribers of a list, from 1. */
    public SubscriberEvents eventPage(ListId list, int page) {
        if (page < 1) {
            throw new IllegalArgumentException("page must be at least 1");
        }
        return api.call(EVENTS).path("list", list).query("page", page).send().events();
    }

    /** Returns the fields of a form. */
    public FormFields formFields(ListId list, FormId form) {
        return api.call(FORM_FIELDS)
                .path("list", list)
                .path("form", form)
                .send()
                .fields();
    }

    /**
     * Makes a timing, which is inactive at first, and returns what the vendor answers, which is not documented.
     *
     * @throws io.mostik.core.DecodingException with {@code UNKNOWN} if the answer holds no value, or says
     *     {@code "success":false}
     */
    public Json createSend(NewSend send) {
        return Answer.of(CREATE_SEND, api.call(CREATE_SEND).json(send)).said();
    }

    /** Returns calls of version 2 that have no method here, such as the activation of a send. */
    public RawApi raw() {
        return RawApi.over(api);
    }

    /**
     * The envelope of lists.
     *
     * @param data the lists
     */
    record Lists(Optional<List<V2List>> data) {

        Lists {
            if (data.isEmpty()) {
                throw new IllegalStateException("the answer holds no data");
            }
        }
    }
}
