package io.mostik.testing.program;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A real key that was sent by mistake is not shown in the journal, wherever the vendor has it. */
class JournalSecretsTest {

    private static final String KEY = "a-real-key";

    @RegisterExtension
    final Desk desk = new Desk("remonline", "szamlazz", "salesautopilot", "vipex", "--port", "0", "--clock", "frozen");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "szamlazz | /szamla/ | text/xml | <xmlszamlaxml><szamlaagentkulcs>a-real-key</szamlaagentkulcs>",
                "remonline | /token/new | application/json | {\"note\": \"kept\", \"api_key\" : \"a-real-key\"}",
                "remonline | /token/new | application/json | {\"api_key\":\"\\\"a-real-key\"}",
                "remonline | /token/new | application/x-www-form-urlencoded | api_key=a-real-key",
                "remonline | /token/new?api_key=a-real-key | text/plain | x",
                "salesautopilot | /v2/access-token | application/json | {\"username\":\"u\",\"password\":\"a-real-key\"}",
                "vipex | /api/call?username=u&password=a-real-key&extension=101 | text/plain | x"
            })
    void givenKeyByMistake_whenReadingTheJournal_thenIsHidden(String vendor, String path, String type, String body) {
        JsonNode addresses = desk.get("/" + vendor).path("addresses");
        String base = addresses.path("base").asText(addresses.elements().next().asText());
        HttpRequest request = HttpRequest.newBuilder(URI.create(base).resolve(path))
                .header("Content-Type", type)
                .POST(BodyPublishers.ofString(body))
                .build();

        assertThat(Desk.send(request).statusCode()).isPositive();

        String journal = desk.get("/" + vendor + "/journal").toString();
        assertThat(journal).doesNotContain(KEY).contains("***", path.replaceAll("\\?.*", ""));
        assertThat(journal.contains("kept")).isEqualTo(body.contains("kept"));
    }
}
