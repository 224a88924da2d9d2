package io.mostik.salesautopilot.lists;

import io.mostik.core.http.ApiClient;
import io.mostik.core.http.Call;
import io.mostik.core.http.Endpoint;
import io.mostik.core.json.Json;
import io.mostik.salesautopilot.ids.FieldName;
import io.mostik.salesautopilot.ids.ListId;
import io.mostik.salesautopilot.internal.Answer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The columns of one list. Obtained from {@code SalesAutopilot.fields(list)}. Thread-safe. */
public final class FieldsApi {

    private static final Endpoint<Json> NAMES = Endpoint.read("fields.names", "GET", "/listfields/{nl}", Json.class);
    private static final Endpoint<Json> TYPES =
            Endpoint.read("fields.types", "GET", "/listfields/{nl}/extended", Json.class);
    private static final Endpoint<Json> EXISTS =
            Endpoint.read("fields.exists", "GET", "/checkfieldexists/{nl}/{field}", Json.class);
    // What the vendor does with a name that is there already is not documented.
    private static final Endpoint<Json> ADD = Endpoint.once("fields.add", "POST", "/addlistfield/{nl}", Json.class);
    private static final Endpoint<Json> OPTIONS =
            Endpoint.read("fields.options", "GET", "/getfieldoptions/{nl}/{field}", Json.class);
    private static final Endpoint<Json> ADD_OPTION =
            Endpoint.once("fields.addOption", "POST", "/fieldoptionadd/{nl}/{field}", Json.class);
    // The second time there is no option of the old value any more.
    private static final Endpoint<Json> EDIT_OPTION =
            Endpoint.once("fields.editOption", "POST", "/fieldoptionedit/{nl}/{field}/{option}", Json.class);

    private final ApiClient api;
    private final ListId list;

    FieldsApi(ApiClient api, ListId list) {
        this.api = Objects.requireNonNull(api, "api");
        this.list = Objects.requireNonNull(list, "list");
    }

    /** Returns the technical names of all columns. */
    public List<String> names() {
        Answer answer = Answer.of(NAMES, call(NAMES));
        return answer.values(name -> name.text().orElseThrow(() -> answer.failure("not a list of names")));
    }

    /** Returns the types of all columns by technical name. */
    public Map<String, FieldType> types() {
        Map<String, FieldType> types = new LinkedHashMap<>();
        Answer answer = Answer.of(TYPES, call(TYPES));
        answer.entries().forEach((name, type) -> types.put(name, new FieldType(word(answer, type))));
        return types;
    }

    /** Returns whether the list has this column. */
    public boolean exists(FieldName field) {
        return Answer.of(EXISTS, call(EXISTS).path("field", field)).flag();
    }

    /** Adds a column, and returns whether the vendor says that it did. After a lost answer, see {@link #exists}. */
    public boolean add(NewField field) {
        return Answer.of(ADD, call(ADD).json(field)).flag();
    }

    /** Returns the options of a select or radio column. The shape of the answer is inferred. */
    public List<FieldOption> options(FieldName field) {
        Answer answer = Answer.of(OPTIONS, call(OPTIONS).path("field", field));
        if (answer.raw().isArray()) {
            return answer.rows(row -> option(row).orElseThrow(() -> answer.failure("an option without its value")));
        }
        if (answer.raw().isObject() && answer.raw().names().isEmpty()) {
            throw answer.failure("an empty object");
        }
        List<FieldOption> options = new ArrayList<>();
        answer.entries().forEach((value, text) -> options.add(new FieldOption(value, word(answer, text))));
        return options;
    }

    /** Adds an option to a select or radio column, and returns whether the vendor says that it did. */
    public boolean addOption(FieldName field, FieldOption option) {
        return Answer.of(ADD_OPTION, call(ADD_OPTION).path("field", field).json(option))
                .flag();
    }

    /** Changes an option, and returns whether the vendor says that it did. */
    public boolean editOption(FieldName field, String oldValue, FieldOption option) {
        return Answer.of(
                        EDIT_OPTION,
                        call(EDIT_OPTION)
                                .path("field", field)
                                .path("option", oldValue)
                                .json(option))
                .flag();
    }

    private Call<Json> call(Endpoint<Json> endpoint) {
        return api.call(endpoint).path("nl", list);
    }

    /** A text may be missing, but not be something else: then the answer is not what it is taken for. */
    private static String word(Answer answer, Json json) {
        if (json.isObject() || json.isArray()) {
            throw answer.failure("an object or a list where a text is expected");
        }
        return json.text().orElse("");
    }

    private static Optional<FieldOption> option(Json row) {
        return row.get("value")
                .text()
                .map(value -> new FieldOption(value, row.get("text").text().orElse("")));
    }
}
