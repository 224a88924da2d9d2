package io.mostik.pbx.vcclive.users;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.mostik.core.ApiException;
import io.mostik.core.Secret;
import io.mostik.core.test.VendorServer;
import io.mostik.pbx.vcclive.VccExtension;
import io.mostik.pbx.vcclive.VccReply;
import io.mostik.pbx.vcclive.errors.ErrorKey;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class UsersApiTest {

    private static final String PASSWORD = "canary-Password-77";

    @RegisterExtension
    final VccExtension vcc = new VccExtension();

    final VendorServer vendor = vcc.vendor();

    @Test
    void givenUsers_whenListing_thenReadsWhatTheVendorSends() {
        vendor.answers(VccReply.file(getClass(), "users.list.json"));

        List<User> users = vcc.client().users().list();

        assertThat(users.get(0).projectIds()).containsExactly("134", "135");
        assertThat(users.get(0).isAgent()).contains(true);
        assertThat(users.get(0).customData().get("shift").text()).contains("day");
        assertThat(users.get(1).status()).contains(new UserStatus("frozen"));
        assertThat(users.get(1).customData()).isEmpty();
        assertThat(users.toString()).doesNotContain("Kovács");
    }

    @Test
    void givenOnlineUsersInEitherSpelling_whenListing_thenReadsThem() {
        vendor.answers(VccReply.response("[{\"userId\":17,\"username\":\"nora_op\",\"state\":\"AUX\","
                + "\"stateDuration\":\"60\",\"stateChangedAt\":\"2026-03-02T10:00:00+01:00\",\"softLimitReached\":true},"
                + "{\"userid\":18,\"state\":\"DREAMING\"}]"));

        List<OnlineUser> users = vcc.client().users().online();

        assertThat(users.get(0).state()).contains(AgentState.BREAK);
        assertThat(users.get(0).stateDuration()).hasValue(60);
        assertThat(users.get(0).stateChangedAt()).contains(Instant.parse("2026-03-02T09:00:00Z"));
        assertThat(users.get(0).softLimitReached()).contains(true);
        assertThat(users.get(1).userId()).isEqualTo(18);
        assertThat(users.get(1).state()).contains(new AgentState("DREAMING"));
    }

    @Test
    void givenVendorThatRepeatsThePassword_whenAdding_thenHidesIt() {
        vendor.answers(VccReply.text(
                417,
                "{\"response\":false,\"errors\":[{\"errorcode\":417,\"errormessage\":"
                        + "\"error.password_policy_min_chars_error\",\"property\":\"" + PASSWORD + "\"}]}"));
        NewUser user = NewUser.builder()
                .name("Kovács Nóra")
                .username("nora_op")
                .password(Secret.of(PASSWORD))
                .isAgent(true)
                .roleId(4)
                .build();

        ApiException failure = catchThrowableOfType(
                ApiException.class, () -> vcc.client().users().add(user));

        assertThat(failure.code()).contains(ErrorKey.PASSWORD_TOO_SHORT.value());
        assertThat(failure).hasMessageNotContaining(PASSWORD);
        assertThat(failure.error().toString()).doesNotContain(PASSWORD);
        assertThat(user.toString()).doesNotContain(PASSWORD, "Kovács");
    }

    @Test
    void givenBlankName_whenBuilding_thenNamesIt() {
        assertThatThrownBy(() -> NewUser.builder()
                        .name(" ")
                        .username("x")
                        .password(Secret.of("p"))
                        .isAgent(true)
                        .roleId(1)
                        .build())
                .hasMessageContaining("name");
    }
}
