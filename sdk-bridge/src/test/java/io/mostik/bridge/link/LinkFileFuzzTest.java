package io.mostik.bridge.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Changes files of links at random: each is read, or refused with its problems. {@code -Dmostik.links.files=1000000} sets how
 * many, {@code -Dmostik.links.seed=7} repeats a campaign.
 */
@Timeout(3600)
class LinkFileFuzzTest {

    private static final int FILES = Integer.getInteger("mostik.links.files", 20_000);
    private static final long SEED = Long.getLong("mostik.links.seed", System.nanoTime());
    private static final List<String> GOOD =
            ReadyLinks.names().stream().map(ReadyLinks::text).toList();
    private static final List<String> PIECES = List.of(
            "\n",
            "\t",
            ":",
            "- ",
            "{",
            "}",
            "[",
            "]",
            "'",
            "\"",
            "&a ",
            "*a",
            "<<: *a",
            "!!str ",
            "|",
            ">",
            "#",
            "? ",
            "---\n",
            "...\n",
            "%YAML 1.1\n",
            "null",
            "~",
            "no",
            "0123",
            "1e999",
            ".nan",
            "\u0000",
            "\uFEFF",
            "\uD800",
            "\uD83D\uDE00",
            "\u0085",
            "\u2028",
            "{a..b}",
            "{[0]}",
            "{x[99999999]}",
            "{{",
            "}}",
            "as: phone",
            "region: ZZ",
            "zone: Mars",
            "pattern: yyyyQQQQQQ",
            "pattern: \"'\"",
            "any: [{field: a, is: b}]",
            "above: 1e400",
            "since: 0000-00-00",
            "tryFor: 99999d",
            "max: 4001",
            "lookup: x",
            "withdraws: [a]",
            "key: \"\"",
            "    ",
            "feed: {start: 9999999-01-01}",
            "expect: {every: 0s}",
            "entity: \"a'b\"",
            "was: a",
            "when: 7",
            "map: []");

    @Test
    void givenChangedFiles_whenReading_thenLinksOrNamedProblems() {
        Random random = new Random(SEED);
        int read = 0;
        for (int i = 0; i < FILES; i++) {
            String text = changed(random);
            try {
                read += LinkFile.read(text).all().size();
            } catch (LinkFileException e) {
                assertThat(e.problems()).as("seed %s, file %s", SEED, i).isNotEmpty();
            } catch (RuntimeException | Error e) {
                throw new AssertionError("seed " + SEED + ", file " + i + ":\n" + text, e);
            }
        }
        System.getLogger("io.mostik.bridge.test")
                .log(System.Logger.Level.INFO, "seed {0}: {1} files, {2} links read", SEED, FILES, read);
        assertThat(read).as("seed %s", SEED).isPositive();
    }

    private static String changed(Random random) {
        StringBuilder text = new StringBuilder(GOOD.get(random.nextInt(GOOD.size())));
        int changes = 1 + random.nextInt(4);
        for (int i = 0; i < changes; i++) {
            int at = random.nextInt(text.length() + 1);
            int end = Math.min(text.length(), at + random.nextInt(12));
            switch (random.nextInt(5)) {
                case 0 -> text.insert(at, PIECES.get(random.nextInt(PIECES.size())));
                case 1 -> text.delete(at, end);
                case 2 -> text.insert(at, text.substring(at, end));
                case 3 -> text.replace(at, end, PIECES.get(random.nextInt(PIECES.size())));
                default -> text.insert(at, (char) random.nextInt(Character.MAX_VALUE + 1));
            }
        }
        return text.toString();
    }
}
