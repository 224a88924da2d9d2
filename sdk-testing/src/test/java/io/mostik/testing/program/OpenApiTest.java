package io.mostik.testing.program;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

class OpenApiTest {

    private final JsonNode document = SimJson.read(SimJson.file("openapi.json"));

    @Test
    void givenDocument_whenCompared_thenItHasEveryRouteAndNoOther() {
        List<String> described = new ArrayList<>();
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .fieldNames()
                        .forEachRemaining(verb -> described.add(verb.toUpperCase(Locale.ROOT) + " " + path.getKey())));

        assertThat(described).containsExactlyInAnyOrderElementsOf(new ControlApi(List.of()).routes());
    }

    @Test
    void givenDocument_whenCompared_thenItHasEveryFault() {
        JsonNode schemas = document.path("components").path("schemas");

        assertThat(words(schemas.path("Fault").path("properties").path("fault")))
                .isEqualTo(FaultDials.names());
        assertThat(words(schemas.path("Mutation").path("properties").path("mutation")))
                .isEqualTo(FaultDials.mutations());
    }

    @Test
    void givenDocument_whenFollowed_thenEveryReferenceLeadsSomewhere() {
        document.findValuesAsText("$ref")
                .forEach(reference -> assertThat(
                                document.at(reference.substring(1)).isMissingNode())
                        .as(reference)
                        .isFalse());
    }

    @Test
    void givenDocument_whenRead_thenEveryVariableOfAPathIsDescribed() {
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue().forEach(operation -> {
                    List<String> named = operation.path("parameters").findValuesAsText("name");
                    StreamSupport.stream(List.of(path.getKey().split("/")).spliterator(), false)
                            .filter(segment -> segment.startsWith("{"))
                            .forEach(segment -> assertThat(named).contains(segment.substring(1, segment.length() - 1)));
                }));
    }

    private static List<String> words(JsonNode property) {
        List<String> words = new ArrayList<>();
        property.path("enum").forEach(word -> words.add(word.asText()));
        return words;
    }
}
