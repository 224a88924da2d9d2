package io.mostik.bridge.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.mostik.bridge.Connections;
import io.mostik.bridge.action.ActionContext;
import io.mostik.bridge.action.ActionProvider;
import io.mostik.bridge.action.Actions;
import io.mostik.core.StateStore;
import io.mostik.core.TimeSource;
import io.mostik.core.json.Json;
import io.mostik.core.json.JsonCodec;
import io.mostik.core.json.JsonType;
import io.mostik.core.once.Once;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.ServiceLoader;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** {@code -Dmostik.docs.write=true} writes the description again, where a change is meant. */
class OpenApiTest {

    @RegisterExtension
    static final GatewayServer GATEWAY = new GatewayServer();

    private static final Path KEPT = Path.of("src/test/resources/io/mostik/bridge/gateway/openapi.json");
    private static final Pattern REFERENCE = Pattern.compile("\"\\$ref\" : \"#/components/schemas/([A-Za-z]+)\"");
    private static final Pattern OPERATION = Pattern.compile("\"operationId\" : \"([^\"]+)\"");

    @Test
    void givenCatalogue_whenDescribed_thenAsKept() throws IOException {
        String described = described();
        if (Boolean.getBoolean("mostik.docs.write")) {
            Files.createDirectories(KEPT.getParent());
            Files.writeString(KEPT, described);
        }

        assertThat(described).isEqualTo(Files.readString(KEPT));
    }

    @Test
    void givenDescription_whenFollowed_thenWhole() throws IOException {
        String described = described();
        Json json = JsonCodec.builder()
                .uniqueKeys()
                .build()
                .read(JsonType.of(Json.class), described.getBytes(StandardCharsets.UTF_8));

        List<String> operations = OPERATION
                .matcher(described)
                .results()
                .map(found -> found.group(1))
                .toList();
        assertThat(operations).doesNotHaveDuplicates().hasSizeGreaterThan(20);
        assertThat(REFERENCE.matcher(described).results().map(found -> found.group(1)))
                .isNotEmpty()
                .allMatch(name -> json.at("components", "schemas", name).isObject());
        assertThat(described).doesNotContain("null");
    }

    @Test
    void givenKey_whenAsked_thenDescriptionAndCatalogue() throws Exception {
        FlatCaller.Answer description = GATEWAY.caller(GatewayServer.ZUP).get("/v1/openapi.json");
        FlatCaller.Answer catalogue = GATEWAY.caller(GatewayServer.CARDS).get("/v1/actions");
        FlatCaller.Answer stranger = GATEWAY.caller("").get("/v1/openapi.json");

        assertThat(description.text("openapi")).isEqualTo("3.0.3");
        assertThat(description.raw()).isEqualTo(GATEWAY.gateway().openApi());
        assertThat(names(catalogue, "actions"))
                .containsExactly("cards.holder.note", "cards.limit.close", "cards.limit.grant");
        assertThat(names(catalogue, "reads")).containsExactly("cards.limit", "cards.of_employee");
        assertThat(stranger.status()).isEqualTo(401);
    }

    private static List<String> names(FlatCaller.Answer answer, String list) {
        return answer.json().get(list).elements().stream()
                .map(one -> one.get("name").text().orElse(""))
                .toList();
    }

    private static String described() {
        ActionContext context = new ActionContext(
                Once.over(StateStore.inMemory()), Connections.none(), TimeSource.system(), ZoneId.of("Europe/Moscow"));
        List<ActionProvider> providers = ServiceLoader.load(ActionProvider.class).stream()
                .map(ServiceLoader.Provider::get)
                .toList();
        return OpenApi.of(Actions.of(providers, context), Reads.all(context));
    }
}
