package io.mostik.testing.program;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class MostikSimTest {

    @RegisterExtension
    final Desk desk = new Desk("--port", "0", "--clock", "frozen");

    @Test
    void givenAllVendors_whenSamplesAreSent_thenEachAnswers200() {
        for (Vendor vendor : Vendor.ALL) {
            try (RunningVendor running = RunningVendor.start(
                    vendor,
                    FreePorts.inRow(vendor.ports()),
                    SimJson.tree(List.of()),
                    Options.parse("--clock", "frozen"))) {
                Sample sample = running.played().sample();
                Object base = running.played().addresses().values().iterator().next();
                HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + sample.path()))
                        .method(sample.method(), BodyPublishers.ofString(sample.body()));
                sample.headers().forEach(request::header);

                HttpResponse<String> answer = Desk.send(request.build());

                assertThat(answer.statusCode()).as(vendor.name()).isEqualTo(200);
                assertThat(answer.body()).as(vendor.name()).doesNotContain("ERROR", "the key is wrong");
            }
        }
    }

    @Test
    void givenAllVendors_whenAsked_thenEachTellsWhatItTakesToStart() {
        for (JsonNode vendor : desk.get("").path("vendors")) {
            String name = vendor.path("name").asText();

            assertThat(vendor.path("addresses").size()).as(name).isPositive();
            assertThat(vendor.path("keys").size()).as(name).isPositive();
            assertThat(vendor.path("endpoints").size()).as(name).isPositive();
            assertThat(vendor.path("snippets").properties()).as(name).hasSize(4);
            assertThat(desk.get("/" + name + "/holds").size()).as(name).isPositive();
            assertThat(desk.get("/" + name + "/journal").path("requests"))
                    .as(name)
                    .isEmpty();
        }
    }

    @Test
    void givenAllVendors_whenStarted_thenEachHoldsSomething() {
        assertThat(rows("tbank", "cards")).hasSize(3);
        assertThat(rows("remonline", "orders")).hasSize(3);
        assertThat(rows("vcclive", "records")).hasSize(2);
        assertThat(rows("salesautopilot", "newsletter")).hasSize(1);
        assertThat(rows("woocommerce", "orders")).hasSize(1);
        assertThat(rows("billingo", "documents")).hasSize(1);
        assertThat(rows("onec", "documents")).hasSize(1);
    }

    @Test
    void givenEveryAction_whenDoneWithDefaults_thenIsDone() {
        List<String> refused = new ArrayList<>();
        for (JsonNode vendor : desk.get("").path("vendors")) {
            for (JsonNode action : vendor.path("actions")) {
                String path = "/" + vendor.path("name").asText() + "/actions/"
                        + action.path("name").asText();
                HttpResponse<String> answer =
                        desk.ask("POST", path, action.path("parameters").toString());
                if (answer.statusCode() != 200) {
                    assertThat(answer.statusCode())
                            .as(path + " " + answer.body())
                            .isIn(409, 422);
                    refused.add(path);
                }
            }
        }

        assertThat(refused).isEmpty();
    }

    private JsonNode rows(String vendor, String table) {
        return desk.get("/" + vendor + "/holds").path(table);
    }
}
