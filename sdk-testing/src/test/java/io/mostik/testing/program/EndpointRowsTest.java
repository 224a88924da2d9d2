package io.mostik.testing.program;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.mostik.testing.remonline.RemOnlineSimulator;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rows of {@code endpoints.json} against the simulators; the vendors' modules compare them with the clients. */
class EndpointRowsTest {

    private static final String NOWHERE = "/no/such/path/at/all";

    @RegisterExtension
    final Desk desk = new Desk("--port", "0", "--clock", "frozen");

    /** VCC Live is not among them, which says the same of a path and of a thing that is not there; nor what wants another log-in. */
    @ParameterizedTest
    @CsvSource({"salesautopilot, 68", "woocommerce, 2", "szamlazz, 1", "vipex, 3"})
    void givenRow_whenAsked_thenTheVendorHasThatPath(String name, int rows) {
        JsonNode vendor = desk.get("/" + name);
        List<String> known = new ArrayList<>();
        List<String> strange = new ArrayList<>();
        for (JsonNode row : vendor.path("endpoints")) {
            String method = row.path(0).asText();
            HttpResponse<String> answer =
                    send(vendor, method, filled(row.path(1).asText()));
            HttpResponse<String> nowhere = send(vendor, method, NOWHERE);
            boolean unknown = answer.statusCode() == 405
                    || (answer.statusCode() == nowhere.statusCode()
                            && answer.body().equals(nowhere.body()));
            if (answer.statusCode() != 401) {
                (unknown ? strange : known).add(method + " " + row.path(1).asText());
            }
        }

        assertThat(strange).isEmpty();
        assertThat(known).hasSizeGreaterThanOrEqualTo(rows);
    }

    @Test
    void givenEveryVendor_whenReadingItsRows_thenEachHasAMarkThatThePageExplains() {
        JsonNode words = SimJson.read(SimJson.file("words.json"));
        for (Vendor vendor : Vendor.ALL) {
            JsonNode rows = desk.get("/" + vendor.name()).path("endpoints");

            assertThat(rows).as(vendor.name()).isNotEmpty();
            for (JsonNode row : rows) {
                assertThat(row.path(2).asText()).as(vendor.name() + " " + row).matches("[DSVCTPI]");
                words.elements()
                        .forEachRemaining(
                                language -> assertThat(language.path("marks").asText())
                                        .containsPattern("\\b" + row.path(2).asText() + " \\p{L}"));
            }
        }
    }

    @Test
    void givenRemOnline_whenComparedWithRows_thenTheyAreTheSame() {
        List<String> rows = new ArrayList<>();
        for (JsonNode row : desk.get("/remonline").path("endpoints")) {
            rows.add(row.path(0).asText() + " " + row.path(1).asText());
        }

        try (RemOnlineSimulator simulator = RemOnlineSimulator.start()) {
            assertThat(rows).doesNotHaveDuplicates().contains("POST /token/new");
            rows.remove("POST /token/new");
            assertThat(rows).containsExactlyInAnyOrderElementsOf(simulator.endpoints());
        }
    }

    private static String filled(String template) {
        return template.replace("{yyyy}", "2026")
                .replaceAll("\\{(MM|dd)}", "03")
                .replaceAll("\\{\\w+}", "1");
    }

    private static HttpResponse<String> send(JsonNode vendor, String method, String path) {
        String base = vendor.path("addresses").elements().next().asText();
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(base).resolve(path)).method(method, BodyPublishers.noBody());
        String curl = vendor.path("snippets").path("curl").asText();
        if (curl.contains("Authorization")) {
            request.header("Authorization", curl.replaceAll("(?s).*Authorization: ([^']*)'.*", "$1"));
        }
        return Desk.send(request.build());
    }
}
