package io.mostik.testing.vcclive;

import com.fasterxml.jackson.databind.JsonNode;
import io.mostik.testing.Answer;
import io.mostik.testing.RecordedRequest;
import io.mostik.testing.Routes;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Projects, their quotas, their fields. */
final class ProjectApi {

    private static final String PROJECT = VccApi.BASE + "/projects/{projectid}";
    private static final String VALUES = PROJECT + "/fields/{fieldid}/values";

    private final VccAccount account;

    ProjectApi(VccAccount account) {
        this.account = account;
    }

    void addTo(Routes routes) {
        routes.on("GET", VccApi.BASE + "/projects", (request, path) -> list())
                .on("GET", PROJECT, (request, path) -> in(path, project -> VccEnvelope.ok(project.parameters())))
                .on("PUT", VccApi.BASE + "/projects/clone/{projectid}", this::copy)
                .on(
                        "GET",
                        PROJECT + "/quotas",
                        (request, path) -> in(
                                path, project -> VccEnvelope.ok(project.quotas().describe())))
                .on("POST", PROJECT + "/quotas", this::limit)
                .on("POST", PROJECT + "/fields", this::addField)
                .on("POST", VALUES, this::addValues)
                .on("DELETE", VALUES + "/{valueid}", this::deleteValue);
    }

    private Answer list() {
        return VccEnvelope.ok(
                        account.projects().stream().map(VccProject::describe).toList())
                .with("X-Resource", "ProjectsResource");
    }

    private Answer copy(RecordedRequest request, Map<String, String> path) {
        return in(path, project -> {
            if (!request.json().isObject()) {
                throw VccRefusal.bad("");
            }
            String name = request.json().path("name").asText("");
            if (name.isBlank()) {
                throw VccRefusal.of("error.required", "name");
            }
            if (account.projects().stream().anyMatch(other -> other.name().equals(name))) {
                throw VccRefusal.of("error.projectname_already_exists", "name");
            }
            VccProject copy = project.copy(account.ids().next(), name);
            account.add(copy);
            return VccEnvelope.ok(copy.id());
        });
    }

    private Answer limit(RecordedRequest request, Map<String, String> path) {
        if (!request.json().isArray()) {
            throw VccRefusal.bad("");
        }
        return in(
                path,
                project -> Batch.of(request.json(), change -> limit(project.quotas(), change))
                        .answerByIndex());
    }

    private static boolean limit(VccQuotas quotas, JsonNode change) {
        if (!change.hasNonNull("quotaid") || !change.hasNonNull("value")) {
            throw VccRefusal.missing(change.hasNonNull("quotaid") ? "value" : "quotaid");
        }
        if (!quotas.has(change.path("quotaid").asLong())) {
            throw VccRefusal.bad("quotaid");
        }
        quotas.limit(change.path("quotaid").asLong(), change.path("value").asInt());
        return true;
    }

    private Answer addField(RecordedRequest request, Map<String, String> path) {
        return in(path, project -> {
            JsonNode sent = request.json();
            String name = sent.path("name").asText("");
            String type = sent.path("type").asText("");
            if (!name.matches("[a-z_]+") || project.hasField(name)) {
                throw name.isEmpty() ? VccRefusal.missing("name") : VccRefusal.bad("name");
            }
            if (!type.matches("text|simple|multiple")) {
                throw type.isEmpty() ? VccRefusal.missing("type") : VccRefusal.bad("type");
            }
            if (!type.equals("text") && sent.path("values").isEmpty()) {
                throw VccRefusal.missing("values");
            }
            VccField field = new VccField(account.ids().next(), name, type, settings(sent), account.ids());
            sent.path("values").forEach(value -> field.addValue(VccValue.read(value)));
            project.add(field);
            return VccEnvelope.ok(field.id());
        });
    }

    private static VccField.Settings settings(JsonNode sent) {
        return new VccField.Settings(
                sent.path("label").asText(""), yesOrNo(sent, "indexed"), yesOrNo(sent, "customised"));
    }

    private static String yesOrNo(JsonNode sent, String name) {
        String word = sent.path(name).asText("no");
        if (!word.matches("yes|no")) {
            throw VccRefusal.bad(name);
        }
        return word;
    }

    private Answer addValues(RecordedRequest request, Map<String, String> path) {
        Optional<VccField> field = field(path);
        if (field.isEmpty()) {
            return VccApi.notFound();
        }
        if (!request.json().isArray()) {
            throw VccRefusal.bad("");
        }
        return Batch.of(request.json(), sent -> {
                    VccValue value = VccValue.read(sent);
                    if (field.get().hasValue(value.name())) {
                        throw VccRefusal.of("error.value_name_already_exists", "name");
                    }
                    return field.get().addValue(value);
                })
                .answer();
    }

    private Answer deleteValue(RecordedRequest request, Map<String, String> path) {
        boolean removed = field(path)
                .filter(field -> field.removeValue(VccApi.id(path, "valueid").orElse(0L)))
                .isPresent();
        return removed ? VccEnvelope.ok(true) : VccApi.notFound();
    }

    private Optional<VccField> field(Map<String, String> path) {
        return VccApi.id(path, "projectid")
                .flatMap(account::project)
                .flatMap(project -> VccApi.id(path, "fieldid").flatMap(project::field));
    }

    private Answer in(Map<String, String> path, Function<VccProject, Answer> work) {
        return VccApi.id(path, "projectid").flatMap(account::project).map(work).orElseGet(VccApi::notFound);
    }
}
