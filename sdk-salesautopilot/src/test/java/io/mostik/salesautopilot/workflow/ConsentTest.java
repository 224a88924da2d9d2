package io.mostik.salesautopilot.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.mostik.core.Secret;
import io.mostik.core.once.OnceResult;
import io.mostik.salesautopilot.SalesAutopilot;
import io.mostik.salesautopilot.SimulatorTest;
import io.mostik.salesautopilot.ids.FormId;
import io.mostik.salesautopilot.ids.ListId;
import io.mostik.salesautopilot.ids.RecordId;
import io.mostik.salesautopilot.internal.Email;
import io.mostik.salesautopilot.records.RecordFields;
import io.mostik.salesautopilot.usage.CostMeter;
import io.mostik.salesautopilot.workflow.MarketingRefusedException.Reason;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConsentTest extends SimulatorTest {

    private static final String KATA = "kata@example.hu";
    private static final long DOUBLE_OPT_IN = 20_790;

    private final InMemoryUsers cms = new InMemoryUsers();
    private ConsentWorkflow consent;
    private SignUps<String> signUps;

    @BeforeEach
    void embed() {
        vendor.addDoubleOptInForm(NEWSLETTER.value(), DOUBLE_OPT_IN, "Megerősítéssel");
        time.set(vendor.clock().now());
        consent = marketing().consent(NEWSLETTER);
        signUps = marketing().signUps(NEWSLETTER, SIGN_UP, cms);
    }

    @Test
    void givenDoubleOptIn_whenSigningUp_thenIsPendingUntilConfirmed() {
        SignUps<String> confirmed =
                marketing().signUps(NEWSLETTER, FormId.of(DOUBLE_OPT_IN), cms).doubleOptIn();

        ConsentState before = consent.state(KATA);
        Contact contact = confirmed.signUp(KATA).value().orElseThrow();
        ConsentState pending = consent.state(KATA);
        ConsentState clickedAgain = confirmed.signUp(KATA).value().orElseThrow().state();
        vendor.confirm(NEWSLETTER.value(), contact.id().value());

        assertThat(before).isEqualTo(ConsentState.NEW);
        assertThat(List.of(contact.state(), pending, clickedAgain)).containsOnly(ConsentState.PENDING);
        assertThat(consent.state(KATA)).isEqualTo(ConsentState.ACTIVE);
    }

    @Test
    void givenSomebodyWhoLeft_whenSigningUpAgain_thenSaysSoAndStays() {
        Contact first = signUps.signUp(KATA).value().orElseThrow();
        vendor.leave(NEWSLETTER.value(), first.id().value());

        Contact linked = signUps.signUp(KATA).value().orElseThrow();
        Contact unlinked = marketing()
                .signUps(NEWSLETTER, SIGN_UP, new InMemoryUsers())
                .signUp(KATA)
                .value()
                .orElseThrow();
        Contact upserted = marketing()
                .contacts(NEWSLETTER, UPDATE)
                .subscribeOrUpdate(SIGN_UP, RecordFields.builder().email(KATA).build());

        assertThat(List.of(linked, unlinked, upserted))
                .extracting(Contact::state)
                .containsOnly(ConsentState.LEFT);
        assertThat(active(first.id())).isEqualTo("0");
        assertThat(vendor.timesFired(SIGN_UP.value())).isEqualTo(1);
    }

    @Test
    void givenNewConsent_whenReactivating_thenIsActiveOnce() {
        RecordId id = signUps.signUp(KATA).value().orElseThrow().id();
        consent.leave(KATA);
        Instant left = time.now();
        vendorWaits(Duration.ofMinutes(1));
        Consent old = new Consent(left.minusSeconds(1), RecordFields.none());
        Consent given = new Consent(time.now(), RecordFields.none());

        Reason refused = refusal(old);
        OnceResult<Contact> done = consent.reactivate(UPDATE, "KATA@example.hu", given);
        String afterwards = active(id);
        vendor.leave(NEWSLETTER.value(), id.value());
        Reason again = refusal(given);

        assertThat(refused).isEqualTo(Reason.OLD_CONSENT);
        assertThat(done)
                .isEqualTo(new OnceResult.Done<>(
                        Optional.of(new Contact(id, Change.UPDATED, ConsentState.ACTIVE)), OnceResult.How.SENT));
        assertThat(afterwards).isEqualTo("1");
        assertThat(again).isEqualTo(Reason.OLD_CONSENT);
        assertThat(active(id)).isEqualTo("0");
    }

    @Test
    void givenPendingOrBounced_whenReactivating_thenIsRefused() {
        RecordId pending = marketing()
                .signUps(NEWSLETTER, FormId.of(DOUBLE_OPT_IN), cms)
                .doubleOptIn()
                .signUp("pal@example.hu")
                .value()
                .orElseThrow()
                .id();
        RecordId bounced = signUps.signUp(KATA).value().orElseThrow().id();
        vendor.bounce(NEWSLETTER.value(), bounced.value());
        consent.follow("website", change -> {});
        Consent given = new Consent(time.now(), RecordFields.none());

        assertThat(refusal(given)).isEqualTo(Reason.BOUNCED);
        assertThat(catchThrowableOfType(
                                MarketingRefusedException.class,
                                () -> consent.reactivate(UPDATE, "pal@example.hu", given))
                        .reason())
                .isEqualTo(Reason.PENDING);
        assertThat(active(pending)).isEqualTo("0");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void givenPeopleWhoLeave_whenFollowing_thenTheWebsiteLearnsOfEachOnce(boolean newestFirst) {
        vendor.newestEventsFirst(newestFirst);
        List<ConsentChange> told = new ArrayList<>();
        List<String> expected = new ArrayList<>();
        for (int i = 0; i < 230; i++) {
            String email = "p" + i + "@example.hu";
            RecordId id = signUps.signUp(email).value().orElseThrow().id();
            if (i % 3 == 0) {
                vendor.leave(NEWSLETTER.value(), id.value());
                expected.add(email);
            }
            vendorWaits(Duration.ofMinutes(10));
        }
        consent.follow("website", told::add);
        RecordId last = signUps.signUp(KATA).value().orElseThrow().id();
        vendor.leave(NEWSLETTER.value(), last.value());
        expected.add(KATA);
        vendorWaits(Duration.ofMinutes(1));
        long requests = vendor.journal().all().size();

        consent.follow("website", told::add);
        long cost = vendor.journal().all().size() - requests;
        consent.follow("website", told::add);

        assertThat(told).extracting(ConsentChange::email).containsExactlyElementsOf(expected);
        assertThat(told).extracting(ConsentChange::state).containsOnly(ConsentState.LEFT);
        assertThat(told.toString()).doesNotContain("example");
        assertThat(cost).isLessThanOrEqualTo(3);
        assertThat(consent.state(KATA)).isEqualTo(ConsentState.LEFT);
    }

    @Test
    void givenPersonInTwoLists_whenErased_thenNothingIsLeft() {
        signUps.signUp("kata@xn--rvz-dla6d.hu");
        vendor.addRecord(NEWSLETTER.value(), Map.of("email", "Kata@árvíz.hu"));
        vendor.addRecord(ORDERS.value(), Map.of("email", "kata@árvíz.hu"));
        vendor.addRecord(ORDERS.value(), Map.of("email", "pal@árvíz.hu"));
        Erasure erasure = marketing().erasure(List.of(NEWSLETTER, ORDERS));

        ErasureReport report = erasure.erase(" KATA@ÁRVÍZ.hu ");
        ErasureReport again = erasure.erase("kata@árvíz.hu");

        assertThat(report.complete()).isTrue();
        assertThat(report.lists())
                .extracting(list -> list.value().orElseThrow().size())
                .containsExactly(2, 1);
        assertThat(again.lists()).extracting(list -> list.value().orElseThrow()).containsOnly(List.of());
        assertThat(vendor.records(ORDERS.value(), "email", "pal@árvíz.hu")).hasSize(1);
        assertThat(vendor.records(NEWSLETTER.value(), "email", "Kata@árvíz.hu")).isEmpty();
    }

    @Test
    void givenErasedPerson_whenSigningUpAnew_thenIsANewRecord() {
        RecordId first = signUps.signUp(KATA).value().orElseThrow().id();
        marketing().erasure(List.of(NEWSLETTER)).erase(KATA);

        Contact linked = signUps.signUp(KATA).value().orElseThrow();

        assertThat(linked.isNew()).isTrue();
        assertThat(linked.id()).isNotEqualTo(first);
        assertThat(vendor.records(NEWSLETTER.value(), "email", KATA)).hasSize(1);
    }

    @Test
    void givenListThatFails_whenErasing_thenOthersAreErasedAndItIsTold() {
        vendor.addRecord(ORDERS.value(), Map.of("email", KATA));

        ErasureReport report =
                marketing().erasure(List.of(ListId.of(999), ORDERS)).erase(KATA);

        assertThat(report.complete()).isFalse();
        assertThat(report.lists()).extracting(EntryResult::isDone).containsExactly(false, true);
        assertThat(vendor.records(ORDERS.value(), "email", KATA)).isEmpty();
    }

    @Test
    void givenBudgetIsSpent_whenLeavingAndErasing_thenBothAreDone() {
        vendor.addRecord(NEWSLETTER.value(), Map.of("email", KATA));
        try (SalesAutopilot stopped = SalesAutopilot.builder()
                .keyPair(vendor.username(), Secret.of(vendor.password()))
                .baseUri(vendor.uri().toString())
                .costMeter(CostMeter.builder(store).hardStop(0).build())
                .http(http -> http.time(time).runtime(runtime))
                .build()) {
            MarketingWorkflows workflows = marketing(stopped);
            assertThatThrownBy(() -> workflows.consent(NEWSLETTER).state(KATA)).hasMessageContaining("limit of 0");

            assertThat(workflows.consent(NEWSLETTER).leave(KATA)).isTrue();
            assertThat(workflows.erasure(List.of(NEWSLETTER)).erase(KATA).complete())
                    .isTrue();
            assertThat(stopped.usage().now().byWorkflow())
                    .containsEntry("consent", 1L)
                    .containsEntry("erasure", 3L);
            assertThat(stopped.usage().now().gross()).isEqualByComparingTo(BigDecimal.ZERO);
        }
        assertThat(vendor.records(NEWSLETTER.value(), "email", KATA)).isEmpty();
    }

    @Test
    void givenChangedAddress_whenSigningUpOrTelling_thenIsNeverSilent() {
        RecordId id = signUps.signUp(KATA).value().orElseThrow().id();
        String user = cms.all().get(0).id();
        SiteUser moved = new SiteUser(
                user, RecordFields.builder().email("kata@example.com").build(), Optional.of(id));
        InMemoryUsers movedUsers = new InMemoryUsers();
        movedUsers.create("kata@example.com");
        movedUsers.link("user of kata@example.com", id);

        EntryResult<Contact> silent =
                marketing().signUps(NEWSLETTER, SIGN_UP, movedUsers).signUp("kata@example.com");
        Contact changed = signUps.changeAddress(UPDATE, moved);
        Contact again = signUps.changeAddress(UPDATE, moved);

        assertThat(silent.reason()).contains(Reason.OTHER_ADDRESS);
        assertThat(changed).isEqualTo(new Contact(id, Change.UPDATED, ConsentState.ACTIVE));
        assertThat(again.change()).isEqualTo(Change.UNCHANGED);
        assertThat(vendor.records(NEWSLETTER.value(), "email", "kata@example.com"))
                .hasSize(1);
        assertThat(vendor.records(NEWSLETTER.value(), "email", KATA)).isEmpty();
    }

    @Test
    void givenAddressOfAnother_whenChanging_thenIsRefused() {
        RecordId id = signUps.signUp(KATA).value().orElseThrow().id();
        vendor.addRecord(NEWSLETTER.value(), Map.of("email", "pal@example.hu"));
        SiteUser taken =
                new SiteUser("7", RecordFields.builder().email("pal@example.hu").build(), Optional.of(id));

        assertThat(catchThrowableOfType(MarketingRefusedException.class, () -> signUps.changeAddress(UPDATE, taken))
                        .reason())
                .isEqualTo(Reason.ADDRESS_TAKEN);
    }

    @ParameterizedTest
    @CsvSource({
        "' Kata@Example.HU ', Kata@example.hu",
        "kata@árvíz.hu, kata@xn--rvz-dla6d.hu",
        "kata@XN--RVZ-DLA6D.hu, kata@xn--rvz-dla6d.hu",
        "no address, no address",
        "a@b@Example.hu, a@b@example.hu"
    })
    void givenSpelling_whenSent_thenIsNormal(String typed, String sent) {
        assertThat(Email.normal(typed)).isEqualTo(sent);
        assertThat(Email.normal("\u200b" + typed + "\u00a0")).isEqualTo(sent);
        assertThat(Email.same(typed, sent)).isTrue();
    }

    private Reason refusal(Consent given) {
        return catchThrowableOfType(MarketingRefusedException.class, () -> consent.reactivate(UPDATE, KATA, given))
                .reason();
    }

    private String active(RecordId id) {
        return vendor.record(NEWSLETTER.value(), id.value()).orElseThrow().get("active");
    }

    private void vendorWaits(Duration step) {
        vendor.clock().advance(step);
        time.set(vendor.clock().now());
    }
}
