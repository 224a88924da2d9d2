package io.mostik.bridge.action;

import static org.assertj.core.api.Assertions.assertThat;

import io.mostik.bridge.Fields;
import io.mostik.core.Effect;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Changes requests at random. {@code -Dmostik.flat.requests=1000000} sets how many, {@code -Dmostik.flat.seed=7} repeats a
 * campaign.
 */
@Timeout(3600)
class FlatFieldsFuzzTest {

    private static final int REQUESTS = Integer.getInteger("mostik.flat.requests", 20_000);
    private static final long SEED = Long.getLong("mostik.flat.seed", System.nanoTime());
    private static final ZoneId ZONE = ZoneId.of("Europe/Moscow");
    private static final String GOOD =
            "{\"text\":\"Привет\",\"key\":\"A-1\",\"reference\":\"0f6b1c9e-5a51-11ee-9c2a-00155d012345\",\"money\":\"1"
                    + " 450,50\",\"number\":42,\"date\":\"2026-11-29T13:05:02\",\"phone\":\"+36301112233\","
                    + "\"email\":\"ada@example.com\",\"flag\":true,\"field_more\":null}";
    private static final List<String> PIECES = List.of(
            "\"",
            "\\",
            "{",
            "}",
            "[",
            "]",
            ":",
            ",",
            "null",
            "true",
            "1e400",
            "-0",
            "NaN",
            "\\u0000",
            "\\ud800",
            "\uFEFF",
            "\u00A0",
            "\u200B",
            "\uD83D\uDE00",
            "\uD800",
            "0001-01-01",
            "999999999999999999999999",
            "\\n",
            "e",
            "E",
            "+",
            "-",
            ".",
            " ",
            "\"money\":",
            "{\"a\":",
            "'",
            "/*",
            "//",
            "\u0000",
            "\u0660",
            "І");

    @Test
    void givenChangedRequests_whenReading_thenFieldsOrNamedProblem() {
        Random random = new Random(SEED);
        ActionSpec spec = spec();
        int read = 0;
        for (int i = 0; i < REQUESTS; i++) {
            String text = changed(random);
            try {
                Fields fields = spec.read(FlatFields.read(text), ZONE, Optional.of("HU"));
                assertThat(spec.read(fields.asMap(), ZONE, Optional.of("HU")))
                        .as("seed %s, request %s", SEED, i)
                        .isEqualTo(fields);
                read++;
            } catch (FieldException e) {
                assertThat(e.code()).as("seed %s, request %s", SEED, i).matches("[a-z_0-9]+");
            } catch (RuntimeException e) {
                throw new AssertionError("seed " + SEED + ", request " + i + ": " + text, e);
            }
        }

        assertThat(read).as("seed %s", SEED).isPositive();
    }

    private static String changed(Random random) {
        StringBuilder text = new StringBuilder(GOOD);
        int changes = 1 + random.nextInt(4);
        for (int i = 0; i < changes; i++) {
            int at = random.nextInt(text.length());
            int kind = random.nextInt(4);
            if (kind == 0) {
                text.deleteCharAt(at);
            } else if (kind == 1) {
                text.insert(at, PIECES.get(random.nextInt(PIECES.size())));
            } else if (kind == 2) {
                text.setCharAt(at, (char) random.nextInt(0x10000));
            } else {
                int end = Math.min(text.length(), at + 1 + random.nextInt(20));
                text.replace(at, end, PIECES.get(random.nextInt(PIECES.size())));
            }
            if (text.isEmpty()) {
                text.append('{');
            }
        }
        return text.toString();
    }

    private static ActionSpec spec() {
        List<FieldSpec> fields = Stream.of(FieldType.values())
                .map(type -> FieldSpec.optional(type.name().toLowerCase(Locale.ROOT), type, "", ""))
                .toList();
        return new ActionSpec("test.fuzz", "", Effect.READ, "", Optional.empty(), false, fields, List.of(), "field_");
    }

    @Test
    void givenUnchangedRequest_whenReading_thenAllFields() {
        Map<String, String> fields =
                spec().read(FlatFields.read(GOOD), ZONE, Optional.of("HU")).asMap();

        assertThat(fields).hasSize(9).containsEntry("money", "1450.50").containsEntry("date", "2026-11-29T10:05:02Z");
    }
}
