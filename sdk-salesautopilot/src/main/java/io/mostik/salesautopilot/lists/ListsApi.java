package io.mostik.salesautopilot.lists;

import io.mostik.core.http.ApiClient;
import io.mostik.core.http.Endpoint;
import io.mostik.core.json.Json;
import io.mostik.salesautopilot.ids.ListId;
import io.mostik.salesautopilot.internal.Answer;
import java.util.List;
import java.util.Objects;

/**
 * Lists and their forms; they change seldom, so keep them. Obtained from {@code SalesAutopilot.lists()}. Thread-safe.
 */
public final class ListsApi {

    private static final Endpoint<Json> LISTS = Endpoint.read("lists.list", "GET", "/getlists", Json.class);
    private static final Endpoint<Json> FORMS = Endpoint.read("lists.forms", "GET", "/getforms/{nl}", Json.class);
    private static final Endpoint<Json> LISTS_OF_TYPE =
            Endpoint.read("lists.ofType", "GET", "/zapier/getlists/{type}", Json.class);
    private static final Endpoint<Json> FORMS_OF_KIND =
            Endpoint.read("lists.formsOfKind", "GET", "/zapier/getforms/{nl}/{kind}", Json.class);

    private final ApiClient api;

    ListsApi(ApiClient api) {
        this.api = Objects.requireNonNull(api, "api");
    }

    /** Returns all lists. */
    public List<ListName> list() {
        return Answer.of(LISTS, api.call(LISTS)).list(ListName.class);
    }

    /** Returns the lists of a type. On no help page, but the vendor's own plugin uses it. */
    public List<ListName> list(ListType type) {
        return Answer.of(LISTS_OF_TYPE, api.call(LISTS_OF_TYPE).path("type", type))
                .list(ListName.class);
    }

    /** Returns the forms of a list, without those that change records. */
    public List<FormName> forms(ListId list) {
        return Answer.of(FORMS, api.call(FORMS).path("nl", list)).list(FormName.class);
    }

    /** Returns the forms of a kind, update forms too. On no help page, but the vendor's own plugin uses it. */
    public List<FormName> forms(ListId list, FormKind kind) {
        return Answer.of(FORMS_OF_KIND, api.call(FORMS_OF_KIND).path("nl", list).path("kind", kind))
                .list(FormName.class);
    }
}
