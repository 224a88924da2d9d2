package io.mostik.core.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FastInstantParserTest {

    private static final long SEED = Long.getLong("mostik.seed", System.nanoTime());
    private static final int TEXTS = Integer.getInteger("mostik.texts", 20_000);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-03-02T09:14:05Z",
                "2026-03-02 09:14:05Z",
                "2026-03-02T09:14:05+03:00",
                "2026-03-02T23:59:59-11:30",
                "0001-01-01T00:00:00Z",
                "9999-12-31T23:59:59Z",
                "2024-02-29T00:00:00+17:59"
            })
    void givenUsualTime_whenRead_thenIsWhatTheGeneralParserReads(String text) {
        Instant expected = OffsetDateTime.parse(text.replace(' ', 'T')).toInstant();

        assertThat(read(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Z",
                "2026-03-02",
                "2026-03-02T09:14:05",
                "2026-03-02T09:14Z",
                "2026-03-02T09:14:05.123Z",
                "2026-03-02T09:14:05z",
                "2026-03-02T09:14:05+0300",
                "2026-03-02T09:14:05+18:00",
                "2026-02-29T09:14:05Z",
                "2026-03-02T24:00:00Z",
                "2026-03-02T09:60:05Z",
                "2026-03-02T09:14:60Z",
                "0000-00-00T00:00:00Z",
                "1772442845000"
            })
    void givenAnotherSpelling_whenRead_thenIsLeftToTheGeneralParser(String text) {
        assertThat(read(text)).isNull();
    }

    @Test
    void givenAnyText_whenRead_thenNeverDiffersFromTheGeneralParser() {
        Random random = new Random(SEED);
        for (int i = 0; i < TEXTS; i++) {
            StringBuilder text = new StringBuilder("2026-03-02T09:14:05+03:00");
            text.setLength(random.nextBoolean() ? text.length() : 19);
            text.append(text.length() == 19 ? "Z" : "");
            for (int change = random.nextInt(3); change > 0; change--) {
                text.setCharAt(random.nextInt(text.length()), "0123456789-+:TZ .".charAt(random.nextInt(17)));
            }
            Instant plain = read(text.toString());

            if (plain != null) {
                assertThat(plain).as("seed %d: %s", SEED, text).isEqualTo(general(text.toString()));
            }
        }
    }

    private static Instant general(String text) {
        try {
            return OffsetDateTime.parse(text.replace(' ', 'T')).toInstant();
        } catch (DateTimeException e) {
            return Instant.MIN;
        }
    }

    private static Instant read(String text) {
        char[] padded = ("[" + text + "]").toCharArray();
        return FastInstantParser.read(padded, 1, text.length());
    }
}
