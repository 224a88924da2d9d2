package io.mostik.spring.boot;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What editors show of the properties. */
class MetadataTest {

    @Test
    void givenMetadata_whenRead_thenEachPropertyIsThereAndDescribed() throws IOException {
        List<JsonNode> properties = new ArrayList<>();
        try (InputStream json =
                MostikProperties.class.getResourceAsStream("/META-INF/spring-configuration-metadata.json")) {
            new ObjectMapper().readTree(json).get("properties").forEach(properties::add);
        }

        assertThat(properties)
                .extracting(property -> property.get("name").asText())
                .contains(
                        "mostik.http.timeout",
                        "mostik.http.proxy-password",
                        "mostik.remonline.http.attempts",
                        "mostik.remonline.webhook.secret",
                        "mostik.tbank.environment",
                        "mostik.tbank.webhook.username",
                        "mostik.salesautopilot.webhook.path",
                        "mostik.metrics",
                        "management.health.mostik.enabled");
        assertThat(properties)
                .filteredOn(property -> property.path("description").asText().isBlank())
                .isEmpty();
    }
}
