package io.mostik.testing.onec;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OnecBaseSimulatorTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    private static final String EMPLOYEE = "5f0b2c1e-3d4a-11ee-9c1d-0050569a0001";

    private final OnecBaseSimulator base = OnecBaseSimulator.start();

    @AfterEach
    void close() {
        base.close();
    }

    @Test
    void givenDocument_whenListedAsJson_thenItHasFieldsOfPlatform() throws Exception {
        String key = base.dismiss(EMPLOYEE, DAY);

        JsonNode one = rows("").get(0);

        assertThat(one.path("Ref_Key").asText()).isEqualTo(key);
        assertThat(one.path("DataVersion").asText()).hasSize(12);
        assertThat(one.path("Posted").asBoolean()).isTrue();
        assertThat(one.path("Сотрудник_Key").asText()).isEqualTo(EMPLOYEE);
        assertThat(one.path("ДатаУвольнения").asText()).isEqualTo("2026-03-02T00:00:00");
    }

    @Test
    void givenDocument_whenWritten_thenItsVersionChanges() throws Exception {
        String key = base.dismiss(EMPLOYEE, DAY);
        String before = rows("").get(0).path("DataVersion").asText();

        base.write(key, "Posted", false);

        assertThat(rows("").get(0).path("DataVersion").asText()).isNotEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ДатаУвольнения ge datetime'2026-03-02T00:00:00' | 1",
                "ДатаУвольнения gt datetime'2026-03-02T00:00:00' | 0",
                "ДатаУвольнения lt datetime'2026-03-03T00:00:00' and Posted eq true | 1",
                "ДатаУвольнения le datetime'2026-03-01T00:00:00' | 0",
                "Сотрудник_Key eq guid'5f0b2c1e-3d4a-11ee-9c1d-0050569a0001' | 1",
                "Сотрудник_Key ne guid'5f0b2c1e-3d4a-11ee-9c1d-0050569a0001' | 0",
                "Number eq '0000-000001' | 1"
            })
    void givenFilter_whenListed_thenItHolds(String filter, int found) throws Exception {
        base.dismiss(EMPLOYEE, DAY);

        assertThat(rows("&$filter=" + URLEncoder.encode(filter, StandardCharsets.UTF_8)))
                .hasSize(found);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ДатаУвольнения ge '2026-03-02T00:00:00Z' or true",
                "ДатаУвольнения ge datetime'2026-03-02T00:00:00Z'",
                "ДатаУвольнения ge 2026-03-02T00:00:00",
                "Сотрудник_Key eq 5f0b2c1e-3d4a-11ee-9c1d-0050569a0001"
            })
    void givenFilterOfAnotherODataVersion_whenListed_thenRefused(String filter) throws Exception {
        HttpResponse<String> answer = list("$format=json&$filter=" + URLEncoder.encode(filter, StandardCharsets.UTF_8));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("odata.error");
    }

    @Test
    void givenPages_whenListed_thenTheyFollowTheOrder() throws Exception {
        for (int i = 0; i < 3; i++) {
            base.dismiss(UUID.randomUUID().toString(), DAY);
        }

        JsonNode all = rows("&$orderby=Ref_Key");
        JsonNode second = rows("&$orderby=Ref_Key&$top=1&$skip=1");

        assertThat(second).hasSize(1);
        assertThat(second.get(0)).isEqualTo(all.get(1));
    }

    @Test
    void givenNoFormat_whenListed_thenAnswersXml() throws Exception {
        assertThat(list("").headers().firstValue("Content-Type")).contains("application/atom+xml");
    }

    @Test
    void givenWrongPassword_whenListed_thenRefused() throws Exception {
        assertThat(send("Document_Увольнение", "", "wrong").statusCode()).isEqualTo(401);
    }

    @Test
    void givenEntityThatIsNotPublished_whenListed_thenRefused() throws Exception {
        assertThat(send("Document_Отпуск", "", base.password()).statusCode()).isEqualTo(404);
    }

    private JsonNode rows(String more) throws Exception {
        return new ObjectMapper().readTree(list("$format=json" + more).body()).path("value");
    }

    private HttpResponse<String> list(String query) throws Exception {
        return send(OnecBaseSimulator.ENTITY, query, base.password());
    }

    private HttpResponse<String> send(String entity, String query, String password) throws Exception {
        String pair =
                Base64.getEncoder().encodeToString((base.user() + ":" + password).getBytes(StandardCharsets.UTF_8));
        String path = "/odata/standard.odata/" + URLEncoder.encode(entity, StandardCharsets.UTF_8);
        HttpRequest request = HttpRequest.newBuilder(URI.create(base.uri() + path + "?" + query))
                .header("Authorization", "Basic " + pair)
                .build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
    }
}
