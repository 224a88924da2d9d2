package io.mostik.testing.vcclive;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class VccLiveRecordsTest {

    static final String RECORDS = "/projects/134/records";

    final VccLiveSimulator vcc = VccLiveSimulator.startFrozen();
    final Asking client = new Asking(vcc);

    @AfterEach
    void stop() {
        vcc.close();
    }

    @Test
    void givenNewRecord_whenAdded_thenItsIdComesAndItsValuesAreKept() throws Exception {
        JsonNode added = client.ask("POST", RECORDS, """
                {"form": {"name": "Kovács Nóra", "phone1": "36301112233", "city": "Győr", "interest": "loan|boat"},
                 "contacts": {"phone1": {"name": "Nóra", "phone": "36301112233", "email": "nora@example.hu"}},
                 "disposition": {"dispositionid": "11", "userid": "17"},
                 "phone_field": "phone1", "next_calldate": "2026-03-02 09:30:00"}""");

        long id = added.path("response").asLong();
        assertThat(added.path("errors")).isEmpty();
        assertThat(vcc.records(134)).containsExactly(id);
        assertThat(vcc.value(134, id, "city")).contains("Győr");
        assertThat(vcc.value(134, id, "interest")).contains("loan|boat");
        assertThat(vcc.dispositions(134, id)).containsExactly(11L);
        assertThat(vcc.planned(134, id)).containsEntry("next_calldate", "2026-03-02 09:30:00");
        JsonNode record = client.get(RECORDS + "/" + id).path("response");
        assertThat(record.path("data").path("city").isIntegralNumber()).isTrue();
        assertThat(record.path("data").path("interest")).hasSize(2);
        assertThat(record.path("contacts").path("phone1").path("email").asText())
                .isEqualTo("nora@example.hu");
        assertThat(record.path("events").get(0).path("comp").isArray()).isTrue();
        assertThat(record.path("create_date").asText()).isEqualTo("2026-03-02 10:15:00");
        assertThat(client.get("/projects/134").findValuesAsText("name")).contains("boat");
    }

    @Test
    void givenFaultyRecord_whenAdded_thenRefusesWithKeyAndKeepsNone() throws Exception {
        assertRefused("POST", RECORDS, "{", "error.bad_arguments", "");
        assertRefused("POST", RECORDS, "{}", "error.missing_arguments", "form");
        assertRefused(
                "POST",
                RECORDS,
                "{\"form\":{\"phone1\":\"1\"},\"phone_field\":\"phone10\"}",
                "error.bad_arguments",
                "phone_field");
        assertRefused(
                "POST",
                RECORDS,
                "{\"form\":{\"phone1\":\"1\"},\"next_calldate\":\"2026-02-30 09:30:00\"}",
                "error.bad_arguments",
                "next_calldate");
        assertRefused(
                "POST",
                RECORDS,
                "{\"form\":{\"phone1\":\"1\"},\"contacts\":{\"phone1\":{\"name\":\"x\"}}}",
                "error.missing_arguments",
                "phone");
        assertRefused("POST", RECORDS, "{\"form\":{\"city\":{\"x\":1}}}", "error.bad_arguments", "city");
        assertThat(vcc.records(134)).isEmpty();
    }

    @Test
    void givenRecord_whenModified_thenFlatValuesReplaceTheOldOnes() throws Exception {
        long id = vcc.addRecord(134, Map.of("name", "Nóra", "phone1", "36301112233"));

        JsonNode answer = client.ask("PUT", RECORDS + "/" + id + "?next_contact=phone2", "{\"name\":\"Pál\"}");

        assertThat(answer.path("response").isBoolean()).isTrue();
        assertThat(vcc.value(134, id, "name")).contains("Pál");
        assertThat(vcc.planned(134, id)).containsEntry("phone_field", "phone2");
        assertRefused("PUT", RECORDS + "/" + id, "{\"form\":{\"name\":\"x\"}}", "error.bad_arguments", "form");
        assertThat(client.send("PUT", RECORDS + "/1", "{}").statusCode()).isEqualTo(404);
    }

    @Test
    void givenContact_whenModified_thenOnlySlotsOfTheProjectAreTaken() throws Exception {
        long id = vcc.addRecord(134, Map.of("phone1", "36301112233"));
        String contacts = RECORDS + "/" + id + "/contacts/";

        assertThat(client.ask("PUT", contacts + "1", "{\"email\":\"a@b.hu\"}")
                        .path("response")
                        .asBoolean())
                .isTrue();
        assertRefused("PUT", contacts + "2", "{\"name\":\"x\"}", "error.contact_not_exists", "contact");
        assertRefused("PUT", contacts + "1", "{\"email\":\"a\"}", "error.wrong_email_format", "email");
        vcc.addField(134, "phone2", "text");
        assertThat(client.ask("PUT", contacts + "2", "{\"phone\":\"3611\"}").path("errors"))
                .isEmpty();
    }

    @Test
    void givenDisposition_whenAdded_thenIdsMustBeTextAndKnown() throws Exception {
        long id = vcc.addRecord(134, Map.of("phone1", "36301112233"));
        String dispositions = RECORDS + "/" + id + "/dispositions";

        JsonNode answer = client.ask(
                "POST",
                dispositions,
                "{\"dispositionid\":\"12\",\"userid\":\"17\",\"next_calldate\":\"2026-03-05 10:00:00\"}");

        assertThat(answer.path("response").asBoolean()).isTrue();
        assertThat(vcc.dispositions(134, id)).containsExactly(12L);
        assertRefused("POST", dispositions, "{\"userid\":\"17\"}", "error.missing_arguments", "dispositionid");
        assertRefused(
                "POST",
                dispositions,
                "{\"dispositionid\":12,\"userid\":\"17\"}",
                "error.bad_arguments",
                "dispositionid");
        assertRefused(
                "POST", dispositions, "{\"dispositionid\":\"12\",\"userid\":\"99\"}", "error.bad_arguments", "userid");
    }

    @Test
    void givenBatch_whenAllFit_thenAnArrayComesBack() throws Exception {
        long id = vcc.addRecord(134, Map.of("phone1", "36301112233"));
        long other = vcc.addRecord(134, Map.of("phone1", "36301112244"));

        JsonNode answer = client.ask("PUT", RECORDS, """
                {"default": {"source": "autumn"},
                 "elements": [{"numberid": "%d", "form": {"city": "Pécs"}},
                              {"search": {"phone1": "36301112244"}, "form": {"name": "vip"}}]}""".formatted(id));

        assertThat(answer.path("response").isArray()).isTrue();
        assertThat(answer.path("response")).hasSize(2);
        assertThat(vcc.value(134, id, "source")).contains("autumn");
        assertThat(vcc.value(134, other, "name")).contains("vip");
    }

    @Test
    void givenBatch_whenSomeFail_thenAnObjectKeyedByIndexComesBack() throws Exception {
        long id = vcc.addRecord(134, Map.of("phone1", "36301112233"));

        JsonNode answer = client.ask("PUT", RECORDS, """
                {"elements": [{"numberid": "%d", "form": {"name": "a"}}, {"numberid": "%d"},
                              {"numberid": "%d", "form": {"name": "c"}}]}""".formatted(id, id, id));

        assertThat(answer.path("response").toString()).isEqualTo("{\"0\":true,\"2\":true}");
        assertThat(answer.path("errors")).singleElement().satisfies(error -> {
            assertThat(error.path("index").asInt()).isEqualTo(1);
            assertThat(error.path("errorcode").asInt()).isEqualTo(417);
            assertThat(error.path("errormessage").asText()).isEqualTo("error.missing_arguments");
        });
        assertRefused("PUT", RECORDS, "{}", "error.missing_arguments", "elements");
    }

    private void assertRefused(String method, String path, String body, String key, String property) throws Exception {
        assertThat(client.send(method, path, body).statusCode()).isEqualTo(417);
        JsonNode envelope = client.ask(method, path, body);
        assertThat(envelope.path("response").asBoolean()).isFalse();
        assertThat(envelope.path("errors")).singleElement().satisfies(error -> {
            assertThat(error.path("errormessage").asText()).isEqualTo(key);
            assertThat(error.path("property").asText()).isEqualTo(property);
        });
    }
}
