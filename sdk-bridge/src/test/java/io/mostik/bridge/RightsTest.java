package io.mostik.bridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mostik.core.Secret;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class RightsTest {

    private static final ZoneId ZONE = ZoneId.of("Europe/Moscow");
    private static final Base BASE = Base.of("zup", Secret.of("key"), "ru", ZONE);

    @Test
    void givenRights_whenAsking_thenExclusionWins() {
        Base base = BASE.limitedTo("cards.*", "!cards.dismiss", "cards.dismiss", "calls.start", "signals.*");

        assertThat(base.isAllowed("cards.limit.grant")).isTrue();
        assertThat(base.isAllowed("cards")).isTrue();
        assertThat(base.isAllowed("cards.dismiss")).isFalse();
        assertThat(base.isAllowed("calls.start")).isTrue();
        assertThat(base.isAllowed("calls.start.anew")).isFalse();
        assertThat(base.isAllowed("cardsx.limit")).isFalse();
        assertThat(base.isAllowed("signals.paid")).isTrue();
        assertThat(BASE.limitedTo("cards.limit.*").isAllowed("cards.limit")).isTrue();
        assertThat(BASE.limitedTo("*", "!vcc.*").isAllowed("vcc.record.add")).isFalse();
        assertThat(BASE.limitedTo().isAllowed("cards.limit.grant")).isFalse();
    }

    @Test
    void givenOrganisations_whenAsking_thenSpellingDoesNotMatter() {
        Base base = new Base(
                "zup",
                List.of(Secret.of("key")),
                List.of("*"),
                List.of("{5C1D7A40-5A51-11EE-9C2A-00155D012345}"),
                "ru",
                ZONE,
                StandardCharsets.UTF_8);

        assertThat(base.isFor("5c1d7a40-5a51-11ee-9c2a-00155d012345")).isTrue();
        assertThat(base.isFor("other")).isFalse();
        assertThat(BASE.isFor("other")).isTrue();
    }

    @Test
    void givenPartsThatDoNotFit_whenMaking_thenNamed() {
        Secret key = Secret.of("key");
        assertThatThrownBy(() -> base(List.of(), "ru", StandardCharsets.UTF_8)).hasMessageContaining("one key");
        assertThatThrownBy(() -> base(List.of(key, key, key), "ru", StandardCharsets.UTF_8))
                .hasMessageContaining("one key");
        assertThatThrownBy(() -> base(List.of(key), "de", StandardCharsets.UTF_8))
                .hasMessageContaining("language");
        assertThatThrownBy(() -> base(List.of(key), "ru", Charset.forName("KOI8-R")))
                .hasMessageContaining("charset");
        assertThatThrownBy(() -> Base.of("link:a", key, "ru", ZONE)).hasMessageContaining("colon");
    }

    @Test
    void givenRoles_whenSettling_thenMoneyNeedsApprover() {
        assertThat(person(Person.Role.VIEWER).maySettle(false)).isFalse();
        assertThat(person(Person.Role.OPERATOR).maySettle(false)).isTrue();
        assertThat(person(Person.Role.OPERATOR).maySettle(true)).isFalse();
        assertThat(person(Person.Role.APPROVER).maySettle(true)).isTrue();
    }

    private static Base base(List<Secret> keys, String language, Charset charset) {
        return new Base("zup", keys, List.of("*"), List.of(), language, ZONE, charset);
    }

    private static Person person(Person.Role role) {
        return new Person("O. Ivanova", Secret.of("key"), role);
    }
}
