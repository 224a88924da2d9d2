package io.mostik.salesautopilot.integrations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mostik.core.AuthException;
import io.mostik.core.http.SdkRuntime;
import io.mostik.salesautopilot.SalesAutopilot;
import io.mostik.salesautopilot.SimulatorTest;
import io.mostik.salesautopilot.ids.FormId;
import io.mostik.salesautopilot.ids.RecordId;
import io.mostik.salesautopilot.records.RecordFields;
import io.mostik.testing.FaultInjector;
import io.mostik.testing.salesautopilot.SalesAutopilotSimulator;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SiteSignUpsTest extends SimulatorTest {

    private final InMemoryUsers cms = new InMemoryUsers();
    private SiteSignUps<String> signUps;

    @BeforeEach
    void embed() {
        signUps = new SiteSignUps<>(sales.subscribers(NEWSLETTER), SIGN_UP, cms);
    }

    @Test
    void givenVisitor_whenSigningUp_thenUserAndRecordAreLinked() {
        SignUp result = signUps.signUp("kata@example.hu");

        assertThat(result.state()).isEqualTo(SignUp.State.SUBSCRIBED);
        assertThat(cms.all())
                .singleElement()
                .satisfies(user -> assertThat(user.record()).isEqualTo(result.record()));
        assertThat(vendor.timesFired(SIGN_UP.value())).isEqualTo(1);
    }

    @Test
    void givenUserWithHisRecord_whenSigningUpAgain_thenNothingIsSent() {
        signUps.signUp("kata@example.hu");

        SignUp again = signUps.signUp("kata@example.hu");

        assertThat(again.state()).isEqualTo(SignUp.State.KNOWN);
        assertThat(vendor.journal().all()).hasSize(1);
    }

    @Test
    void givenSubscriberWithoutUser_whenSigningUp_thenTheUserGetsHisRecordAndNoLetter() {
        long record = vendor.addRecord(NEWSLETTER.value(), Map.of("email", "kata@example.hu"));

        SignUp result = signUps.signUp("kata@example.hu");

        assertThat(result.state()).isEqualTo(SignUp.State.KNOWN);
        assertThat(result.record()).contains(RecordId.of(record));
        assertThat(vendor.timesFired(SIGN_UP.value())).isZero();
    }

    @Test
    void givenMalformedAddress_whenSigningUp_thenTheCmsTakesTheUserBack() {
        SignUp result = signUps.signUp("kata");

        assertThat(result.state()).isEqualTo(SignUp.State.INVALID_EMAIL);
        assertThat(cms.all()).isEmpty();
        assertThat(signUps.catchUp(10)).isEmpty();
    }

    @Test
    void givenCmsThatRefuses_whenSigningUp_thenNothingIsSent() {
        cms.down(true);

        assertThatThrownBy(() -> signUps.signUp("kata@example.hu")).hasMessage("the CMS is down");

        assertThat(vendor.journal().all()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("cutsAtEachRequest")
    void givenCutAnswer_whenCatchingUp_thenTheWelcomeLetterGoesOutOnce(Consumer<FaultInjector> cut, int before) {
        spoil(cut, before);

        signUps.signUp("kata@example.hu");
        signUps.signUp("pal@example.hu");
        calmDown();
        List<SignUp> rest = signUps.catchUp(10);

        assertThat(rest).allSatisfy(result -> assertThat(result.record()).isPresent());
        assertThat(cms.all()).hasSize(2).allSatisfy(user -> {
            long record = user.record().orElseThrow().value();
            assertThat(vendor.timesFired(SIGN_UP.value(), record)).isEqualTo(1);
            assertThat(vendor.record(NEWSLETTER.value(), record).orElseThrow()).containsEntry("email", user.email());
        });
        assertThat(vendor.timesFired(SIGN_UP.value())).isEqualTo(2);
    }

    @Test
    void givenCmsThatFailsAtTheLink_whenCatchingUp_thenTheUserIsLinkedAndNoSecondLetterGoesOut() {
        vendor.faults().actThenDrop();
        signUps.signUp("kata@example.hu");
        cms.down(true);

        assertThatThrownBy(() -> signUps.catchUp(10)).hasMessage("the CMS is down");
        cms.down(false);
        List<SignUp> rest = signUps.catchUp(10);

        assertThat(rest)
                .singleElement()
                .satisfies(result -> assertThat(result.state()).isEqualTo(SignUp.State.KNOWN));
        assertThat(vendor.timesFired(SIGN_UP.value())).isEqualTo(1);
    }

    @Test
    void givenFormWithTheFilter_whenSigningUp_thenStaysOpen() {
        FormId filtered = FormId.of(SalesAutopilotSimulator.RECAPTCHA_FORM);
        SiteSignUps<String> other = new SiteSignUps<>(sales.subscribers(NEWSLETTER), filtered, cms);

        SignUp result = other.signUp("kata@example.hu");

        assertThat(result.state()).isEqualTo(SignUp.State.OPEN);
        assertThat(result.failure()).isEmpty();
        assertThat(signUps.catchUp(10)).hasSize(1);
        assertThat(vendor.timesFired(SIGN_UP.value())).isEqualTo(1);
    }

    @Test
    void givenOneUserWhomTheVendorRefuses_whenCatchingUp_thenTheNextHasHisTurn() {
        vendor.faults().answer(500).times(3);
        signUps.signUp("kata@example.hu");
        signUps.signUp("pal@example.hu");
        vendor.faults().off();
        vendor.faults().answer(406);

        List<SignUp> results = signUps.catchUp(10);

        assertThat(results).extracting(SignUp::state).containsExactly(SignUp.State.OPEN, SignUp.State.SUBSCRIBED);
    }

    @Test
    void givenWrongKey_whenCatchingUp_thenStopsAtTheFirst() {
        vendor.faults().answer(500).times(3);
        signUps.signUp("kata@example.hu");
        signUps.signUp("pal@example.hu");
        vendor.faults().off();
        vendor.credentials("key", "another");

        List<SignUp> results = signUps.catchUp(10);

        assertThat(results)
                .singleElement()
                .satisfies(result -> assertThat(result.failure()).containsInstanceOf(AuthException.class));
    }

    @Test
    void givenTwoClicksAtOnce_whenSigningUp_thenOneLetterGoesOut() throws InterruptedException {
        vendor.parallelRefused(false);
        List<Thread> clicks = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            clicks.add(new Thread(() -> {
                try (SdkRuntime node = SdkRuntime.create();
                        SalesAutopilot own = client(node)) {
                    new SiteSignUps<>(own.subscribers(NEWSLETTER), SIGN_UP, cms).signUp("kata@example.hu");
                }
            }));
        }
        clicks.forEach(Thread::start);
        for (Thread click : clicks) {
            click.join();
        }

        assertThat(cms.all())
                .singleElement()
                .satisfies(user -> assertThat(user.record()).isPresent());
        assertThat(vendor.timesFired(SIGN_UP.value())).isEqualTo(1);
    }

    @Test
    void givenUserWithoutAddress_whenMadeByTheCms_thenIsRefused() {
        assertThatThrownBy(() -> SiteUser.of("7", RecordFields.none())).hasMessageContaining("email");
    }
}
