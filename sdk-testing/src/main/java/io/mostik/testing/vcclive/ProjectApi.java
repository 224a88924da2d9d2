package io.mostik.testing.vcclive;

import com.fasterxml.jackson.databind.JsonNode;
import io.mostik.testing.Answer;
import io.mostik.testing.internal.Endpoints;
import io.mostik.testing.internal.RequestReader;

/** Projects, their quotas, their fields. */
record ProjectApi(VccAccount account) {

    private static final String PROJECT = VccApi.BASE + "/projects/{projectid}";
    private static final String VALUES = PROJECT + "/fields/{fieldid}/values";

    void addTo(Endpoints<RequestReader> endpoints) {
        endpoints
                .get(VccApi.BASE + "/projects", this::list)
                .get(PROJECT, ask -> VccEnvelope.ok(account.project(ask).parameters()))
                .put(VccApi.BASE + "/projects/clone/{projectid}", this::copy)
                .get(
                        PROJECT + "/quotas",
                        ask -> VccEnvelope.ok(account.project(ask).quotas.describe()))
                .post(PROJECT + "/quotas", this::limit)
                .post(PROJECT + "/fields", this::addField)
                .post(VALUES, this::addValues)
                .delete(VALUES + "/{valueid}", this::deleteValue);
    }

    private Answer list(RequestReader ask) {
        return VccEnvelope.ok(
                        account.projects.stream().map(VccProject::describe).toList())
                .with("X-Resource", "ProjectsResource");
    }

    private Answer copy(RequestReader ask) {
        VccProject project = account.project(ask);
        String name = ask.object().path("name").asText("");
        if (name.isBlank()) {
            throw VccRefusal.of("error.required", "name");
        }
        if (account.projects.stream().anyMatch(other -> other.name().equals(name))) {
            throw VccRefusal.of("error.projectname_already_exists", "name");
        }
        return VccEnvelope.ok(
                account.projects.add(project.copy(account.ids.next(), name)).id());
    }

    private Answer limit(RequestReader ask) {
        JsonNode changes = ask.array();
        VccQuotas quotas = account.project(ask).quotas;
        return Batch.of(changes, change -> limit(quotas, change)).answerByIndex();
    }

    private static boolean limit(VccQuotas quotas, JsonNode change) {
        if (!change.hasNonNull("quotaid") || !change.hasNonNull("value")) {
            throw VccRefusal.missing(change.hasNonNull("quotaid") ? "value" : "quotaid");
        }
        VccQuotas.Quota quota = quotas.quotas.get(change.path("quotaid").asLong());
        quotas.quotas.add(quota.withLimit(change.path("value").asInt()));
        return true;
    }

    private Answer addField(RequestReader ask) {
        VccProject project = account.project(ask);
        JsonNode sent = ask.request().json();
        String name = sent.path("name").asText("");
        String type = sent.path("type").asText("");
        if (!name.matches("[a-z_]+") || project.fields.has(name)) {
            throw name.isEmpty() ? VccRefusal.missing("name") : VccRefusal.bad("name");
        }
        if (!type.matches("text|simple|multiple")) {
            throw type.isEmpty() ? VccRefusal.missing("type") : VccRefusal.bad("type");
        }
        if (!type.equals("text") && sent.path("values").isEmpty()) {
            throw VccRefusal.missing("values");
        }
        VccField.Settings settings = new VccField.Settings(
                sent.path("label").asText(""), yesOrNo(sent, "indexed"), yesOrNo(sent, "customised"));
        VccField field = new VccField(account.ids.next(), name, type, settings, account.ids);
        sent.path("values").forEach(value -> field.addValue(VccValue.read(value)));
        return VccEnvelope.ok(project.fields.add(field).id());
    }

    private static String yesOrNo(JsonNode sent, String name) {
        String word = sent.path(name).asText("no");
        if (!word.matches("yes|no")) {
            throw VccRefusal.bad(name);
        }
        return word;
    }

    private Answer addValues(RequestReader ask) {
        VccField field = field(ask);
        return Batch.of(ask.array(), sent -> {
                    VccValue value = VccValue.read(sent);
                    if (field.find(value.name()).isPresent()) {
                        throw VccRefusal.of("error.value_name_already_exists", "name");
                    }
                    return field.addValue(value);
                })
                .answer();
    }

    private Answer deleteValue(RequestReader ask) {
        if (!field(ask).removeValue(ask.id("valueid"))) {
            throw VccRefusal.notFound();
        }
        return VccEnvelope.ok(true);
    }

    private VccField field(RequestReader ask) {
        long id = ask.id("fieldid");
        return account.project(ask).fields.stream()
                .filter(field -> field.id() == id)
                .findFirst()
                .orElseThrow(VccRefusal::notFound);
    }
}
