package io.mostik.salesautopilot.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mostik.core.AuthException;
import io.mostik.core.Outcome;
import io.mostik.core.SdkException;
import io.mostik.core.http.SdkRuntime;
import io.mostik.salesautopilot.SalesAutopilot;
import io.mostik.salesautopilot.SimulatorTest;
import io.mostik.salesautopilot.ids.FormId;
import io.mostik.salesautopilot.ids.RecordId;
import io.mostik.salesautopilot.records.RecordFields;
import io.mostik.salesautopilot.records.SystemField;
import io.mostik.salesautopilot.workflow.MarketingRefusedException.Reason;
import io.mostik.testing.FaultInjector;
import io.mostik.testing.salesautopilot.SalesAutopilotSimulator;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SignUpsTest extends SimulatorTest {

    private final InMemoryUsers cms = new InMemoryUsers();
    private SignUps<String> signUps;

    @BeforeEach
    void embed() {
        signUps = marketing().signUps(NEWSLETTER, SIGN_UP, cms);
    }

    @Test
    void givenVisitor_whenSigningUp_thenUserAndRecordAreLinked() {
        EntryResult<Contact> result = signUps.signUp("kata@example.hu");

        assertThat(isNew(result)).isTrue();
        assertThat(cms.all())
                .singleElement()
                .satisfies(user ->
                        assertThat(user.record()).isEqualTo(result.value().map(Contact::id)));
        assertThat(vendor.timesFired(SIGN_UP.value())).isEqualTo(1);
    }

    @Test
    void givenUserWithHisRecord_whenSigningUpAgain_thenItIsOnlyRead() {
        signUps.signUp("kata@example.hu");

        EntryResult<Contact> again = signUps.signUp("kata@example.hu");

        assertThat(isNew(again)).isFalse();
        assertThat(vendor.journal().all()).hasSize(2);
        assertThat(vendor.timesFired(SIGN_UP.value())).isEqualTo(1);
    }

    @Test
    void givenSubscriber_whenSigningUp_thenIsLinkedWithoutLetter() {
        long record = vendor.addRecord(NEWSLETTER.value(), Map.of("email", "kata@example.hu"));

        EntryResult<Contact> result = signUps.signUp("kata@example.hu");

        assertThat(result.value()).contains(new Contact(RecordId.of(record), Change.UNCHANGED, ConsentState.ACTIVE));
        assertThat(vendor.timesFired(SIGN_UP.value())).isZero();
    }

    @Test
    void givenMalformedAddress_whenSigningUp_thenCmsTakesUserBack() {
        EntryResult<Contact> result = signUps.signUp("kata");

        assertThat(result.reason()).contains(Reason.INVALID_EMAIL);
        assertThat(cms.all()).isEmpty();
        assertThat(signUps.retryPending()).isEmpty();
    }

    @Test
    void givenCmsThatRefuses_whenSigningUp_thenNothingIsSent() {
        cms.down(true);

        assertThatThrownBy(() -> signUps.signUp("kata@example.hu")).hasMessage("the CMS is down");

        assertThat(vendor.journal().all()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("cutsAtEachRequest")
    void givenCutAnswer_whenRetrying_thenTheWelcomeLetterGoesOutOnce(Consumer<FaultInjector> cut, int before) {
        spoil(cut, before);

        signUps.signUp("kata@example.hu");
        signUps.signUp("pal@example.hu");
        calmDown();
        List<EntryResult<Contact>> rest = signUps.retryPending();

        assertThat(rest).allMatch(EntryResult::isDone);
        assertThat(cms.all()).hasSize(2).allSatisfy(user -> {
            long record = user.record().orElseThrow().value();
            assertThat(vendor.timesFired(SIGN_UP.value(), record)).isEqualTo(1);
            assertThat(vendor.record(NEWSLETTER.value(), record).orElseThrow()).containsEntry("email", user.email());
        });
        assertThat(vendor.timesFired(SIGN_UP.value())).isEqualTo(2);
    }

    @Test
    void givenFailedLink_whenRetrying_thenLinksWithoutSecondLetter() {
        vendor.faults().actThenDrop();
        signUps.signUp("kata@example.hu");
        cms.down(true);

        List<EntryResult<Contact>> down = signUps.retryPending();
        cms.down(false);
        List<EntryResult<Contact>> rest = signUps.retryPending();

        assertThat(down)
                .singleElement()
                .satisfies(result -> assertThat(result.failure()).isPresent());
        assertThat(rest).singleElement().matches(EntryResult::isDone);
        assertThat(cms.all())
                .singleElement()
                .satisfies(user -> assertThat(user.record()).isPresent());
        assertThat(vendor.timesFired(SIGN_UP.value())).isEqualTo(1);
    }

    @Test
    void givenFormWithTheFilter_whenSigningUp_thenStaysOpen() {
        FormId filtered = FormId.of(SalesAutopilotSimulator.RECAPTCHA_FORM);
        SignUps<String> other = marketing().signUps(NEWSLETTER, filtered, cms);

        EntryResult<Contact> result = other.signUp("kata@example.hu");

        assertThat(result.failure())
                .hasValueSatisfying(failure -> assertThat(failure)
                        .isInstanceOfSatisfying(
                                SdkException.class,
                                refused -> assertThat(refused.outcome()).isEqualTo(Outcome.REJECTED)));
        assertThat(signUps.retryPending()).hasSize(1).allMatch(EntryResult::isDone);
        assertThat(vendor.timesFired(SIGN_UP.value())).isEqualTo(1);
    }

    @Test
    void givenUsersWhoCannotBeSignedUp_whenRetrying_thenAllOthersAre() {
        List<String> odd = List.of("a/b@example.hu", "*@example.hu", "..");
        vendor.faults().answer(500).times(1_000);
        odd.forEach(signUps::signUp);
        for (int i = 0; i < 150; i++) {
            cms.create("p" + i + "@example.hu");
        }
        vendor.faults().off();
        time.advance(Duration.ofMinutes(3));

        List<EntryResult<Contact>> results = signUps.retryPending();

        assertThat(results).hasSize(153);
        assertThat(results).filteredOn(EntryResult::isDone).hasSizeGreaterThanOrEqualTo(150);
        assertThat(cms.unlinked(Optional.empty(), 200)).hasSizeLessThanOrEqualTo(3);
        assertThat(signUps.retryPending()).hasSizeLessThanOrEqualTo(3);
    }

    @Test
    void givenSlashInAddress_whenAnswerIsLost_thenFindsTheRecord() {
        vendor.faults().actThenDrop();
        signUps.signUp("a/b@example.hu");

        List<EntryResult<Contact>> results = signUps.retryPending();

        assertThat(results).singleElement().matches(EntryResult::isDone);
        assertThat(vendor.timesFired(SIGN_UP.value())).isEqualTo(1);
    }

    @Test
    void givenOneRefusedUser_whenRetrying_thenNextHasHisTurn() {
        cms.create("kata@example.hu");
        cms.create("pal@example.hu");
        vendor.faults().answer(406);

        List<EntryResult<Contact>> results = signUps.retryPending();

        assertThat(results).extracting(EntryResult::isDone).containsExactly(false, true);
    }

    @Test
    void givenWrongKey_whenRetrying_thenStopsAtTheFirst() {
        cms.create("kata@example.hu");
        cms.create("pal@example.hu");
        vendor.credentials("key", "another");

        List<EntryResult<Contact>> results = signUps.retryPending();

        assertThat(results)
                .singleElement()
                .satisfies(result -> assertThat(result.failure()).containsInstanceOf(AuthException.class));
    }

    @Test
    void givenListWithoutUniqueKey_whenAnswerIsLost_thenOneRecord() {
        vendor.emailUnique(NEWSLETTER.value(), false);
        vendor.faults().actThenDrop();
        signUps.signUp("kata@example.hu");

        signUps.retryPending();

        assertThat(vendor.records(NEWSLETTER.value(), "email", "kata@example.hu"))
                .hasSize(1);
    }

    @Test
    void givenSignUp_whenLookingIntoTheStore_thenHoldsNoAddress() {
        signUps.signUp("kata@example.hu");

        assertThat(store.list("", "", 100)).noneMatch(entry -> (entry.key() + entry.value()).contains("kata"));
    }

    @Test
    void givenTwoClicksAtOnce_whenSigningUp_thenOneLetterGoesOut() throws InterruptedException {
        vendor.parallelRefused(false);
        List<Thread> clicks = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            clicks.add(new Thread(() -> {
                try (SdkRuntime node = SdkRuntime.create();
                        SalesAutopilot own = client(node)) {
                    marketing(own).signUps(NEWSLETTER, SIGN_UP, cms).signUp("kata@example.hu");
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

    @ParameterizedTest
    @ValueSource(strings = {" kata@example.hu ", "\u00a0kata@example.hu\u00a0"})
    void givenBlanksAroundAddress_whenSigningUp_thenUserIsKept(String email) {
        EntryResult<Contact> result = signUps.signUp(email);

        assertThat(isNew(result)).isTrue();
        assertThat(cms.all()).singleElement().satisfies(user -> {
            assertThat(user.record()).isPresent();
            assertThat(user.fields().text(SystemField.EMAIL)).contains("kata@example.hu");
        });
        assertThat(vendor.records(NEWSLETTER.value(), "email", "kata@example.hu"))
                .hasSize(1);
    }

    private static boolean isNew(EntryResult<Contact> result) {
        return result.value().orElseThrow().isNew();
    }

    @Test
    void givenUserWithoutAddress_whenMadeByTheCms_thenIsRefused() {
        assertThatThrownBy(() -> SiteUser.of("7", RecordFields.none())).hasMessageContaining("email");
    }
}
