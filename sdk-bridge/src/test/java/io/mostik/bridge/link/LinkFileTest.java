package io.mostik.bridge.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LinkFileTest {

    private static final String GOOD = """
        lookups:
          cities: {Budapest: "1", Pécs: "2"}
        links:
        - name: newsletter-to-calls
          was: old-name
          on: mailchimp.subscriber
          from: newsletter
          do: vcc.record.add
          to: callcentre
          when:
          - {field: type, is: subscribe}
          - any: [{field: merges.PHONE, present: true}, {field: merges.MOBILE, present: true}]
          key: "{email}"
          expect: {every: 24h, on: workdays}
          feed: {start: 2026-11-01, every: 30s, list: 7}
          with: {project: 12, code: 0123, answer: no}
          map:
            phone1: {from: merges.PHONE, as: phone, region: HU, required: true}
            name: "{merges.FNAME} {merges.LNAME}"
            city: {from: merges.CITY, lookup: cities, default: Budapest, max: 20}
            source: {value: newsletter}
          onFailure: {tryFor: 2d, pauseAfter: 5}
        """;

    @TempDir
    Path folder;

    @Test
    void anEmojiMayStandAnywhere() {
        for (int before = 1_000; before < 1_050; before++) {
            String text = "#" + "x".repeat(before) + "\uD83D\uDE00\n" + GOOD;

            assertThat(LinkFile.read(text).all()).hasSize(1);
        }
    }

    @Test
    void everySettingIsRead() {
        Link link = LinkFile.read(GOOD).find("newsletter-to-calls").orElseThrow();

        assertThat(link.was()).contains("old-name");
        assertThat(link.source().trigger()).isEqualTo("mailchimp.subscriber");
        assertThat(link.source().expect().orElseThrow().every()).isEqualTo(Duration.ofHours(24));
        assertThat(link.source().feed().orElseThrow().start()).contains(Instant.parse("2026-11-01T00:00:00Z"));
        assertThat(link.target()).isEqualTo(new Link.Target("vcc.record.add", "callcentre"));
        assertThat(link.when()).hasSize(2).last().hasToString("merges.PHONE present or merges.MOBILE present");
        assertThat(link.rules())
                .extracting(MapRule::field)
                .containsExactly("project", "code", "answer", "phone1", "name", "city", "source");
        assertThat(link.onFailure().tryFor()).contains(Duration.ofDays(2));
        assertThat(link.line()).isEqualTo(4);
        assertThat(link.base()).isEqualTo("link:newsletter-to-calls");
    }

    @Test
    void textStaysTextAsInYaml12() {
        Link link = LinkFile.read(GOOD).all().get(0);

        assertThat(link.rules())
                .flatExtracting(rule -> rule.value().stream().toList())
                .contains("0123", "no");
    }

    @Test
    void jsonIsReadByTheSameReader() {
        LinkSet links = LinkFile.read(
                "{\"links\":[{\"name\":\"a\",\"on\":\"base.signal\",\"do\":\"notice\",\"map\":{\"text\":\"{x}\"}}]}");

        assertThat(links.find("a")).isPresent();
    }

    @Test
    void everythingWrongIsToldAtOnceWithItsLine() {
        String bad = """
            links:
            - name: Bad Name
              on: a
              do: b
              form: x
              map:
                phone: {from: "a..b", as: phon}
                name: "{open"
                other: {from: x, region: ZZ, as: phone}
                both: {from: x, value: y}
            - on: c
              do: d
            """;

        List<LinkProblem> problems = problemsOf(bad);

        assertThat(problems).extracting(LinkProblem::line).contains(2, 5, 7, 8, 9, 10, 11);
        assertThat(problems)
                .extracting(LinkProblem::reason)
                .anyMatch(reason -> reason.contains("did you mean from?"))
                .anyMatch(reason -> reason.contains("did you mean phone?"))
                .anyMatch(reason -> reason.contains("a brace is opened and not closed"))
                .anyMatch(reason -> reason.contains("no region"))
                .anyMatch(reason -> reason.contains("name is missing"));
        assertThat(problems.get(1)).hasToString("line 5, links.Bad Name.form: is not known; did you mean from?");
    }

    @Test
    void duplicateKeysAreToldWithTheirLine() {
        assertThat(problemsOf("links:\n- name: a\n  on: x\n  do: y\n  do: z\n"))
                .anyMatch(problem -> problem.line() == 5 && problem.reason().equals("is there twice"));
        assertThat(problemsOf("links:\n- {name: a, on: x, do: y}\n- {name: a, on: x, do: y}\n"))
                .anyMatch(problem -> problem.line() == 3 && problem.reason().equals("another link has this name"));
        assertThat(problemsOf("links:\n- name: a\n  on: x\n  do: y\n  with: {f: 1}\n  map: {f: '{x}'}\n"))
                .anyMatch(problem -> problem.line() == 6 && problem.reason().contains("with already"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "links:\n- name: a\n\ton: x\n",
                "links:\n- name: a\n  on: 'x\n",
                "links: [\n",
                "links: {a: b}\n",
                "- a\n",
                "",
                "# nothing\n",
                "links:\n---\nlinks:\n",
                "links:\n- name: \u0000\n",
                "links:\n- name: a\n  on: x\n  do: y\n  when: [{field: a, above: many}]\n",
                "links:\n- name: a\n  on: x\n  do: y\n  when: [{field: a}]\n",
                "links:\n- name: a\n  on: x\n  do: y\n  when: [{field: a, since: soon}]\n",
                "links:\n- name: a\n  on: x\n  do: y\n  feed: {every: 60s}\n",
                "links:\n- name: a\n  on: x\n  do: y\n  feed: {start: now, every: 1s}\n",
                "links:\n- name: a\n  on: x\n  do: y\n  key: '}'\n",
                "links:\n- name: a\n  on: x\n  do: y\n  map: {f: {from: x, lookup: nowhere}}\n",
                "lists:\n- name: a\n"
            })
    void whatIsNoFileOfLinksIsRefusedByName(String text) {
        assertThat(problemsOf(text)).isNotEmpty();
    }

    @Test
    void tabsAndOpenQuotesAreToldWithTheirLine() {
        assertThat(problemsOf("links:\n- name: a\n\ton: x\n").get(0).line()).isEqualTo(3);
    }

    @Test
    void halfCharactersAreRefusedWhereverTheyAre() {
        for (int length = 1_000; length < 1_050; length++) {
            assertThat(problemsOf("#".repeat(length) + "\uD800"))
                    .extracting(LinkProblem::line)
                    .containsExactly(1);
        }
    }

    @Test
    void aliasBombsAreRefused() {
        StringBuilder bomb = new StringBuilder("a0: &a0 [x, x]\n");
        for (int i = 1; i < 40; i++) {
            bomb.append("a" + i + ": &a" + i + " [*a" + (i - 1) + ", *a" + (i - 1) + "]\n");
        }

        assertThat(problemsOf(bomb.toString())).isNotEmpty();
    }

    @Test
    void structuresThatHoldThemselvesAreRefused() {
        assertThat(problemsOf("links: &all\n- *all\n")).isNotEmpty();
        assertThat(problemsOf("links:\n- name: a\n  on: x\n  do: y\n  when: &w\n  - any: *w\n"))
                .isNotEmpty();
    }

    @Test
    void deepNestingIsRefused() {
        assertThat(problemsOf("links: " + "[".repeat(100_000))).isNotEmpty();
    }

    @Test
    void filesAboveOneMegabyteAreRefused() throws IOException {
        Path file = Files.writeString(folder.resolve("large.yaml"), "# " + "x".repeat(10 * 1024 * 1024));

        assertThatThrownBy(() -> LinkFile.read(file))
                .isInstanceOf(LinkFileException.class)
                .hasMessage("larger than 1 MB");
    }

    @Test
    void filesInAnotherCharacterSetAreRefused() throws IOException {
        Path file = Files.write(folder.resolve("latin.yaml"), new byte[] {'a', ':', ' ', (byte) 0xe1, '\n'});

        assertThatThrownBy(() -> LinkFile.read(file)).hasMessage("is not written in UTF-8");
    }

    @Test
    void otherSettingsInTheFileAreLeftAlone() {
        assertThat(LinkFile.readAmongOthers("zone: Europe/Moscow\n" + GOOD).all())
                .hasSize(1);
        assertThat(LinkFile.readAmongOthers("zone: Europe/Moscow\n").all()).isEmpty();
    }

    @Test
    void digestTellsWhetherALinkIsAnotherOne() {
        String digest = LinkFile.read(GOOD).all().get(0).digest();

        assertThat(LinkFile.read("# moved down\n" + GOOD).all().get(0).digest()).isEqualTo(digest);
        assertThat(LinkFile.read(GOOD.replace("Pécs: \"2\"", "Pécs: \"3\""))
                        .all()
                        .get(0)
                        .digest())
                .isNotEqualTo(digest);
    }

    private static List<LinkProblem> problemsOf(String text) {
        return catchThrowableOfType(LinkFileException.class, () -> LinkFile.read(text))
                .problems();
    }
}
