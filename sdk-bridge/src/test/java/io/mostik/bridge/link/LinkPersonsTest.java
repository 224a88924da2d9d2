package io.mostik.bridge.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.mostik.bridge.BridgeStore;
import io.mostik.bridge.Keep;
import io.mostik.bridge.PersonalData;
import io.mostik.bridge.decision.Decision;
import io.mostik.bridge.intent.Intent;
import io.mostik.bridge.store.BridgeDatabase;
import io.mostik.bridge.store.Sql;
import io.mostik.core.Secret;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is kept of a person in intents and runs. */
class LinkPersonsTest {

    private static final String LINKS = """
        links:
        - name: signals
          on: base.signal
          do: test.add
          to: callcentre
          map:
            phone: {from: phone, as: phone, region: HU, required: true}
            name: "{name}"
        """;
    private static final String PHONE = "+36301112233";

    private Optional<LinkLab> lab = Optional.empty();

    @AfterEach
    void close() {
        lab.ifPresent(LinkLab::close);
    }

    private LinkLab open(BridgeStore store) {
        LinkLab opened = new LinkLab(store, LINKS, builder -> builder.pepper(Secret.of("pepper-of-a-test")));
        lab = Optional.of(opened);
        opened.tell("e-1", Map.of("phone", PHONE, "name", "Nóra", "email", "Nora@Example.hu"));
        opened.tell("e-2", Map.of("phone", "+36309998877", "name", "Pál"));
        return opened;
    }

    @ParameterizedTest
    @ValueSource(strings = {"H2", "PostgreSQL"})
    void givenPerson_whenErased_thenOnlyKeyStateDigestAndTimesStay(String product) {
        LinkLab opened = open(BridgeStore.named(product));
        PersonalData persons = opened.bridge.personalData().orElseThrow();
        PersonalData.Found found = persons.ofPhone("06 30 111 2233", Optional.of("HU"));
        assertThat(found.intents()).hasSize(1);
        assertThat(found.runs()).hasSize(1);
        assertThat(persons.ofEmail("NORA@example.HU").runs()).isEqualTo(found.runs());
        String id = found.intents().get(0);

        PersonalData.Erased early = persons.erase(found, "admin", "asked for it");
        boolean unused = opened.bridge.intents().cancel(id);
        PersonalData.Erased later = persons.erase(persons.ofPhone(PHONE, Optional.empty()), "admin", "asked for it");

        assertThat(early.open()).containsExactly(id);
        assertThat(later.intents()).isEqualTo(1);
        assertThat(later.open()).isEmpty();
        Intent erased = opened.bridge.intents().find(id).orElseThrow();
        assertThat(erased.fields().asMap()).isEmpty();
        assertThat(erased.subject()).isEmpty();
        assertThat(erased.key().document()).isEqualTo("e-1");
        assertThat(opened.links.find(found.runs().get(0)).orElseThrow().event().id())
                .isEqualTo("erased");
        assertThat(opened.links
                        .find(found.runs().get(0))
                        .orElseThrow()
                        .event()
                        .data()
                        .names())
                .isEmpty();
        assertThat(persons.ofPhone(PHONE, Optional.empty()).intents()).isEmpty();
        assertThat(persons.ofPhone("+36309998877", Optional.empty()).intents()).hasSize(1);
        assertThat(opened.bridge.decisions().list(0, 10))
                .extracting(Decision::about)
                .allSatisfy(about -> assertThat(about).contains(found.hash()).doesNotContain("1112233"));
        assertThat(opened.bridge.decisions().firstBroken()).isEmpty();
    }

    @Test
    void givenTextThatIsNobody_whenLookedFor_thenRefused() {
        PersonalData persons = open(BridgeStore.h2()).bridge.personalData().orElseThrow();

        assertThatIllegalArgumentException().isThrownBy(() -> persons.ofPhone("30 111 2233", Optional.empty()));
        assertThatIllegalArgumentException().isThrownBy(() -> persons.ofEmail("nora"));
    }

    @Test
    void givenRunsOfAMonth_whenForgotten_thenWhatWasToldIsGoneAndTheRestStays() {
        LinkLab opened = open(BridgeStore.h2());
        String run = opened.last("signals").id();
        opened.links.keep(
                new Keep(Duration.ofDays(14), Duration.ofDays(90), Duration.ofDays(900), Duration.ofDays(900)));
        opened.time.advance(Duration.ofDays(13));
        opened.links.forget();
        boolean isKept =
                !opened.links.find(run).orElseThrow().event().data().names().isEmpty();
        opened.time.advance(Duration.ofDays(2));

        opened.links.forget();

        assertThat(isKept).isTrue();
        assertThat(opened.links.find(run).orElseThrow().event().data().names()).isEmpty();
    }

    @Test
    void givenNoPepper_whenAccepted_thenNothingIsIndexed() {
        LinkLab opened = new LinkLab(BridgeStore.h2(), LINKS);
        lab = Optional.of(opened);
        opened.tell("e-1", Map.of("phone", PHONE, "name", "Nóra"));

        List<Integer> rows = BridgeDatabase.open(opened.pool)
                .read(
                        "count",
                        connection -> Sql.list(connection, "select count(*) from mb_person", row -> row.getInt(1)));

        assertThat(opened.bridge.personalData()).isEmpty();
        assertThat(rows).containsExactly(0);
    }
}
