package io.mostik.bridge.server.page;

import io.mostik.bridge.Bridge;
import io.mostik.bridge.Fields;
import io.mostik.bridge.Person.Role;
import io.mostik.bridge.PersonalData;
import io.mostik.bridge.action.ActionSpec;
import io.mostik.bridge.action.FieldSpec;
import io.mostik.bridge.intent.Intent;
import io.mostik.bridge.link.BridgeLinks;
import io.mostik.bridge.link.Run;
import io.mostik.core.json.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Answers what is kept of a person, and erases it. Thread-safe. */
public final class PersonDesk {

    private static final String NO_PEPPER =
            "store.pepper is not set, so nothing is indexed by person: set it to env:NAME, and what comes from then on"
                    + " is found";

    private final Bridge bridge;
    private final BridgeLinks links;
    private final IntentView view;

    /** Creates the desk of a bridge. */
    public PersonDesk(Bridge bridge, BridgeLinks links) {
        this.bridge = bridge;
        this.links = links;
        this.view = new IntentView(bridge.actions());
    }

    /** Returns what is kept; values are masked unless {@code show} is true, which is a decision. */
    public Map<String, Object> export(Question question, Asker asker) {
        boolean isShown = question.isTrue("show");
        asker.need(isShown ? Role.APPROVER : Role.OPERATOR);
        PersonalData.Found found = find(question);
        if (isShown) {
            bridge.decisions()
                    .append(asker.name(), "export a person", "person " + found.hash(), question.need("reason"));
        }
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("person", found.hash());
        all.put(
                "intents",
                found.intents().stream()
                        .flatMap(id -> bridge.intents().find(id).stream())
                        .map(intent -> intent(intent, asker.language(), isShown))
                        .toList());
        all.put(
                "runs",
                found.runs().stream()
                        .flatMap(id -> links.find(id).stream())
                        .map(run -> run(run, isShown))
                        .toList());
        return all;
    }

    /** Erases what has ended. */
    public Map<String, Object> erase(Question question, Asker asker) {
        asker.need(Role.APPROVER);
        String reason = question.need("reason");
        PersonalData.Erased erased = data().erase(find(question), asker.name(), reason);
        return Map.of("intents", erased.intents(), "runs", erased.runs(), "open", erased.open());
    }

    private PersonalData data() {
        return bridge.personalData().orElseThrow(() -> new OfficeException(409, NO_PEPPER));
    }

    private PersonalData.Found find(Question question) {
        PersonalData data = data();
        Optional<String> phone = question.find("phone");
        Optional<String> email = question.find("email");
        if (phone.isPresent() == email.isPresent()) {
            throw new OfficeException(400, "say phone or email");
        }
        try {
            return phone.isPresent()
                    ? data.ofPhone(phone.get(), question.find("region"))
                    : data.ofEmail(email.orElseThrow());
        } catch (IllegalArgumentException e) {
            throw new OfficeException(400, String.valueOf(e.getMessage()));
        }
    }

    private Map<String, Object> intent(Intent intent, String language, boolean isShown) {
        Map<String, Object> row = new LinkedHashMap<>(view.row(intent, language));
        Optional<ActionSpec> spec = view.spec(intent);
        row.put("fields", values(intent.fields(), spec.map(ActionSpec::fields).orElse(List.of()), isShown));
        row.put(
                "results",
                values(intent.results(), spec.map(ActionSpec::results).orElse(List.of()), isShown));
        return row;
    }

    private List<Map<String, Object>> values(Fields fields, List<FieldSpec> specs, boolean isShown) {
        if (!isShown) {
            return view.values(fields, specs);
        }
        List<Map<String, Object>> values = new ArrayList<>();
        fields.asMap().forEach((name, value) -> values.add(Map.of("name", name, "value", value, "masked", false)));
        return values;
    }

    private static Map<String, Object> run(Run run, boolean isShown) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("id", run.id());
        row.put("link", run.link());
        row.put("state", IntentView.word(run.state()));
        row.put("receivedAt", run.receivedAt().toString());
        List<Map<String, Object>> values = new ArrayList<>();
        collect("", run.event().data(), isShown, values);
        row.put("data", values);
        return row;
    }

    private static void collect(String name, Json data, boolean isShown, List<Map<String, Object>> values) {
        data.names()
                .forEach(inner ->
                        collect(name.isEmpty() ? inner : name + "." + inner, data.get(inner), isShown, values));
        List<Json> elements = data.elements();
        for (int i = 0; i < elements.size(); i++) {
            collect(name + "[" + i + "]", elements.get(i), isShown, values);
        }
        data.value()
                .filter(value -> value instanceof String || value instanceof Number || value instanceof Boolean)
                .map(Object::toString)
                .ifPresent(value -> values.add(
                        Map.of("name", name, "value", isShown ? value : IntentView.masked(value), "masked", !isShown)));
    }
}
