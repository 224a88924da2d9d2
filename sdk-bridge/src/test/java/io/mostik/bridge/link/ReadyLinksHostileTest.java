package io.mostik.bridge.link;

import static org.assertj.core.api.Assertions.assertThat;

import io.mostik.bridge.store.StoredJson;
import io.mostik.bridge.trigger.BridgeEvent;
import io.mostik.core.json.Json;
import io.mostik.core.webhook.WebhookListener.Result;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Ready links against data that no sender should send: a value, a gap or a dead letter, and the next event goes on. */
@Tag("any-jdk")
class ReadyLinksHostileTest {

    private static final List<String> VALUES = List.of(
            "null",
            "\"\"",
            "\" \"",
            "0",
            "-1",
            "1e400",
            "true",
            "[]",
            "{}",
            "[[[[1]]]]",
            "{\"a\":{\"b\":null}}",
            "\"\\u0000\"",
            "\"\\ud800\"",
            "\"\u202Egnp.exe\"",
            "\"{merges.PHONE}\"",
            "\"'; drop table mb_run; --\"",
            "\"<script>alert(1)</script>\"",
            "\"" + "x".repeat(5_000) + "\"",
            "\"0001-01-01T00:00:00\"",
            "99999999999999999999999999999999");
    private static final List<String> BODIES = List.of(
            "",
            "null",
            "[]",
            "{}",
            "{",
            "\u0000",
            "a=b&a=b",
            "%",
            "%zz=%",
            "data[=x",
            "data[email]",
            "type=",
            "type=a&type=b",
            "[".repeat(20_000),
            "{\"id\":{}}",
            "{\"id\":null}",
            "{\"new\":[]}",
            "<xml/>",
            "\uFEFF{}",
            "x".repeat(100_000));
    private static final Map<String, String> SAMPLES = Map.of(
            "newsletter-to-calls",
            "{\"type\":\"subscribe\",\"email\":\"nora@example.hu\",\"fired_at\":\"2026-11-29 10:00:00\","
                    + "\"merges\":{\"PHONE\":\"06301112233\",\"FNAME\":\"N\",\"LNAME\":\"K\"}}",
            "unsubscribed-not-called",
            "{\"type\":\"unsubscribe\",\"email\":\"nora@example.hu\",\"fired_at\":\"2026-11-29 10:00:00\"}",
            "disposition-to-newsletter",
            "{\"dispositionid\":11,\"data\":{\"email\":\"nora@example.hu\",\"name\":\"N\"}}",
            "order-to-shop",
            "{\"id\":7,\"id_label\":\"A7\",\"status\":{\"name\":\"new\"},\"modified_at\":\"2026-11-29T10:00:00Z\"}",
            "missed-call-to-lead",
            "{\"missed\":\"true\",\"caller_kind\":\"public\",\"caller\":\"+36301112233\",\"started\":\"2026-11-29T10:00:00Z\"}",
            "invoice-to-order",
            "{\"number\":\"1\",\"order\":\"W-1\",\"kind\":\"invoice\",\"state\":\"covered\",\"paid\":\"10\",\"total\":\"10\","
                    + "\"paid_on\":\"2026-11-29\"}",
            "dismissal-to-cards",
            "{\"in_force\":true,\"Сотрудник_Key\":\"5f0b2c1e-3d4a-11ee-9c1d-0050569a0001\"}",
            "dismissal-withdrawn",
            "{\"in_force\":false,\"Number\":\"7\",\"Сотрудник_Key\":\"5f0b2c1e-3d4a-11ee-9c1d-0050569a0001\"}");

    static List<String> names() {
        return ReadyLinks.names();
    }

    @ParameterizedTest
    @MethodSource("names")
    void everyPropertyMayBeAnything(String ready) {
        try (StoryLab lab = new StoryLab(ready)) {
            lab.bridge.hold("test", "nothing is sent");
            for (Link link : lab.links.current().all()) {
                Json sample = StoredJson.read(SAMPLES.getOrDefault(link.name(), "{}"));
                List<Json> hostile = variants(sample);
                assertThat(hostile).hasSizeGreaterThanOrEqualTo(60);
                for (int i = 0; i < hostile.size(); i++) {
                    accept(lab, link, link.name() + i, hostile.get(i));
                }
                accept(lab, link, "good", sample);
                int handled = lab.links.runDue();
                assertThat(handled).isGreaterThan(hostile.size() / 2);
                while (lab.links.paused(link.name()).isPresent()) {
                    boolean resumed = lab.links.resume(link.name(), "anna", "test");
                    assertThat(resumed).isTrue();
                }
                List<Run> runs = lab.links.history(link.name(), Optional.empty(), 1_000);
                assertThat(runs).extracting(Run::state).doesNotContain(RunState.DEAD);
                assertThat(runs)
                        .as(link.name())
                        .extracting(Run::state)
                        .containsAnyOf(
                                RunState.ACCEPTED, link.withdraws().isEmpty() ? RunState.ACCEPTED : RunState.FILTERED);
            }
        }
    }

    @Test
    void everyBodyIsAnsweredAndStopsNothing() {
        try (StoryLab lab = new StoryLab("newsletter-to-calls")) {
            for (String address : lab.links.hooks().keySet()) {
                for (String body : BODIES) {
                    for (String type :
                            List.of("application/json", "application/x-www-form-urlencoded", "multipart/form-data")) {
                        int status = lab.send(HttpRequest.newBuilder(URI.create(lab.hook(address) + "?key="
                                        + StoryLab.SECRET + "&secret-key=" + StoryLab.SECRET))
                                .header("Content-Type", type)
                                .POST(HttpRequest.BodyPublishers.ofString(body, StandardCharsets.UTF_8))
                                .build());
                        assertThat(status)
                                .as("%s %s %s", address, type, body.length())
                                .isIn(200, 400, 401, 413, 415);
                    }
                }
            }
            int unused = lab.links.runDue();

            lab.links
                    .monitors()
                    .forEach((address, monitor) -> assertThat(
                                    monitor.count(Result.HANDLER_FAILED) + monitor.count(Result.FAILED))
                            .as(address)
                            .isZero());
        }
    }

    private static void accept(StoryLab lab, Link link, String id, Json data) {
        boolean unused = lab.links
                .events()
                .accept(new BridgeEvent(link.source().trigger(), link.source().connection(), id, Instant.EPOCH, data));
    }

    /** Each property, also of objects within, with each value. */
    private static List<Json> variants(Json sample) {
        List<Json> variants = new ArrayList<>();
        VALUES.stream().map(StoredJson::read).forEach(variants::add);
        for (String name : sample.names()) {
            List<Json> inner = new ArrayList<>();
            VALUES.stream().map(StoredJson::read).forEach(inner::add);
            if (sample.get(name).isObject()) {
                inner.addAll(variants(sample.get(name)));
            }
            for (Json value : inner) {
                Map<String, Object> changed = new LinkedHashMap<>();
                sample.names()
                        .forEach(other -> sample.get(other).value().ifPresent(known -> changed.put(other, known)));
                changed.remove(name);
                value.value().ifPresent(present -> changed.put(name, present));
                variants.add(Json.of(changed));
            }
        }
        return variants;
    }
}
