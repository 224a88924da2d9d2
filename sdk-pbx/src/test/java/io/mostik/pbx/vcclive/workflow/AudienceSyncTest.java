package io.mostik.pbx.vcclive.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.mostik.core.Secret;
import io.mostik.core.StateStore;
import io.mostik.core.once.OnceResult;
import io.mostik.core.once.OnceResult.Done;
import io.mostik.core.test.ManualTime;
import io.mostik.core.test.MortalStore;
import io.mostik.core.test.MortalStore.Point;
import io.mostik.core.webhook.WebhookRequest;
import io.mostik.pbx.vcclive.VccLive;
import io.mostik.pbx.vcclive.links.AudienceEvent;
import io.mostik.pbx.vcclive.links.AudienceWebhooks;
import io.mostik.pbx.vcclive.links.StatusMap;
import io.mostik.testing.vcclive.VccLiveSimulator;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AudienceSyncTest {

    private static final long PROJECT = 134;
    private static final long CLOSED = 11;

    final ManualTime time = new ManualTime();
    final StateStore store = StateStore.inMemory(time);
    final VccLiveSimulator vendor = VccLiveSimulator.startFrozen();
    final VccLive vcc = VccNode.client(vendor, time);

    @AfterEach
    void close() {
        vcc.close();
        vendor.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"unsubscribe", "profile", "cleaned", "campaign", "SUBSCRIBE ", "upemail"})
    void givenAnyOtherEvent_whenTaken_thenNobodyIsCalled(String type) {
        AudienceEvent event = event(type, "2026-03-02 09:00:00");

        OnceResult<Long> result = sync(store).take(event);

        assertThat(event.subscriber()).isEmpty();
        assertThat(result).isInstanceOf(OnceResult.Refused.class);
        assertThat(vendor.records(PROJECT)).isEmpty();
    }

    @Test
    void givenSubscriber_whenLeaving_thenRecordIsClosed() {
        AudienceSync calls = sync(store);
        OnceResult<Long> added = calls.take(event("subscribe", "2026-03-02 09:00:00"));

        OnceResult<Long> left = calls.take(event("unsubscribe", "2026-03-02 10:00:00"));
        OnceResult<Long> again = calls.take(event("unsubscribe", "2026-03-02 10:00:00"));

        long record = vendor.records(PROJECT).get(0);
        assertThat(List.of(added, left, again)).allMatch(result -> result instanceof Done);
        assertThat(vendor.dispositions(PROJECT, record)).containsExactly(CLOSED);
        assertThat(calls.hasLeft("NORA@example.hu ")).isTrue();
        assertThat(store.stream("").toList().toString()).doesNotContain("nora");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-03-02 09:00:00", ""})
    void givenLateSubscription_whenTheyHaveLeft_thenAreNotCalled(String firedAt) {
        AudienceSync calls = sync(store);
        calls.take(event("unsubscribe", firedAt.isEmpty() ? "" : "2026-03-02 10:00:00"));

        OnceResult<Long> late = calls.take(event("subscribe", firedAt));

        assertThat(late).isEqualTo(SyncRefusal.UNSUBSCRIBED.result());
        assertThat(vendor.records(PROJECT)).isEmpty();
    }

    @Test
    void givenNewSubscription_whenLaterThanTheDeparture_thenIsCalledUntilTheyLeave() {
        AudienceSync calls = sync(store);
        calls.take(event("subscribe", "2026-03-02 09:00:00"));
        calls.take(event("unsubscribe", "2026-03-02 10:00:00"));

        OnceResult<Long> back = calls.take(event("subscribe", "2026-03-02 11:00:00"));
        OnceResult<Long> oldDeparture = calls.take(event("unsubscribe", "2026-03-02 10:00:00"));
        OnceResult<Long> left = calls.take(event("unsubscribe", "2026-03-02 12:00:00"));

        List<Long> records = vendor.records(PROJECT);
        assertThat(back).isInstanceOf(Done.class);
        assertThat(oldDeparture).isEqualTo(SyncRefusal.NOTHING_TO_DO.result());
        assertThat(left).isInstanceOf(Done.class);
        assertThat(records)
                .hasSize(2)
                .allSatisfy(record ->
                        assertThat(vendor.dispositions(PROJECT, record)).containsExactly(CLOSED));
    }

    @Test
    void givenDepartureWhileRecordIsAdded_whenBothRun_thenRecordIsClosed() {
        MortalStore counting = MortalStore.over(StateStore.inMemory(time));
        sync(counting).take(event("subscribe", "2026-03-02 09:00:00"));
        int trips = counting.trips();
        vendor.records(PROJECT)
                .forEach(record ->
                        assertThat(vendor.dispositions(PROJECT, record)).isEmpty());
        int known = vendor.records(PROJECT).size();

        for (int trip = 1; trip <= trips; trip++) {
            StateStore shared = StateStore.inMemory(time);
            MortalStore node = MortalStore.over(shared)
                    .at(Point.after(trip), () -> sync(shared).take(event("unsubscribe", "2026-03-02 10:00:00")));

            sync(node).take(event("subscribe", "2026-03-02 09:00:00"));
        }

        List<Long> added = vendor.records(PROJECT);
        assertThat(added.subList(known, added.size()))
                .allSatisfy(record -> assertThat(vendor.dispositions(PROJECT, record))
                        .as("record %d", record)
                        .contains(CLOSED));
    }

    @Test
    void givenNewAddress_whenTheOldOneHasLeft_thenIsNotCalledEither() {
        AudienceSync calls = sync(store);
        calls.take(event("unsubscribe", "2026-03-02 10:00:00"));
        calls.take(receive("type=upemail&data%5Bold_email%5D=nora%40example.hu&data%5Bnew_email%5D=new%40example.hu"));

        assertThat(calls.hasLeft("new@example.hu")).isTrue();
    }

    private AudienceSync sync(StateStore state) {
        VccWorkflows workflows = VccWorkflows.of(vcc, state, time);
        return workflows.audience(
                workflows.records(PROJECT, VccNode.SUBSCRIBER),
                workflows.dispositions(PROJECT, 17, new StatusMap(Map.of(CLOSED, "left"))),
                "left");
    }

    private static AudienceEvent event(String type, String firedAt) {
        return receive("type=" + type.replace(" ", "+") + "&fired_at="
                + firedAt.replace(" ", "+").replace(":", "%3A")
                + "&data%5Bemail%5D=nora%40example.hu&data%5Bmerges%5D%5BFNAME%5D=Nora"
                + "&data%5Bmerges%5D%5BPHONE%5D=%2B36301112233");
    }

    private static AudienceEvent receive(String form) {
        return AudienceWebhooks.builder()
                .secret("key", Secret.of("s-1"))
                .build()
                .receive(new WebhookRequest("POST", "key=s-1", Map.of(), form.getBytes(StandardCharsets.UTF_8)));
    }
}
