package io.mostik.examples.desk;

import io.mostik.bankcards.tbank.Environment;
import io.mostik.bankcards.tbank.TBank;
import io.mostik.bankcards.tbank.cards.Ucid;
import io.mostik.bankcards.workflow.CardDirectory;
import io.mostik.core.Secret;
import io.mostik.core.TimeSource;
import io.mostik.pbx.PbxClient;
import io.mostik.pbx.vipex.Vipex;
import io.mostik.testing.SimulatedClock;
import io.mostik.testing.tbank.LimitKind;
import io.mostik.testing.tbank.LimitPeriod;
import io.mostik.testing.tbank.TBankSimulator;
import io.mostik.testing.vipex.VipexCall;
import io.mostik.testing.vipex.VipexHook;
import io.mostik.testing.vipex.VipexProfile;
import io.mostik.testing.vipex.VipexSimulator;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** The PBX, the bank and the other systems, simulated on this machine by one clock, with something to show. Thread-safe. */
final class DemoVendors implements AutoCloseable {

    private static final Duration TALK = Duration.ofSeconds(14);
    private static final Duration REISSUE = Duration.ofSeconds(6);
    private static final String OUR_NUMBER = "3615550100";

    private final SimulatedClock clock;
    private final VipexSimulator pbx;
    private final TBankSimulator bank;
    private final DemoSystems systems;
    private final long webShops;
    private int voiced;

    private DemoVendors(SimulatedClock clock) {
        this.clock = clock;
        this.pbx = VipexSimulator.start(0, VipexProfile.defaults(), clock);
        this.bank = TBankSimulator.start(0, clock);
        this.systems = DemoSystems.start(clock, time());
        this.webShops = bank.addVirtual(TBankSimulator.ACCOUNT, "GABOR KIS");
    }

    /** Starts all on free ports of loopback. */
    static DemoVendors start(SimulatedClock clock) {
        DemoVendors vendors = new DemoVendors(clock);
        vendors.pbx.addExtension("103");
        vendors.pbx.talkTime(TALK);
        vendors.bank.reissueTime(REISSUE);
        vendors.card(TBankSimulator.VIRTUAL_CARD, "50000", "18250.40");
        vendors.card(TBankSimulator.PLASTIC_CARD, "120000", "96310");
        vendors.card(vendors.webShops, "15000", "2499.99");
        return vendors;
    }

    private void card(long ucid, String limit, String spent) {
        bank.limit(ucid, LimitKind.SPEND, new BigDecimal(limit), LimitPeriod.MONTH);
        bank.spend(ucid, new BigDecimal(spent));
    }

    VipexSimulator pbx() {
        return pbx;
    }

    TBankSimulator bank() {
        return bank;
    }

    DemoSystems systems() {
        return systems;
    }

    /** Lets PBX and bank do what is due by now; before, gives the latest calls a recording that can be heard. */
    synchronized void runDue() {
        List<VipexCall> calls = pbx.calls();
        calls.subList(voiced, calls.size()).stream()
                .flatMap(call -> call.recordingId().stream())
                .forEach(id -> pbx.addRecording(id, "audio/wav", DemoAudio.wav()));
        voiced = calls.size();
        clock.runDue();
    }

    /** Returns their time: the desk has to see calls when the PBX says they happen. */
    TimeSource time() {
        return new VendorTime(clock);
    }

    PbxClient telephony() {
        return Vipex.client()
                .baseUri(pbx.uri().toString())
                .credentials(pbx.username(), Secret.of(pbx.password()))
                .http(http -> http.time(time()))
                .build();
    }

    TBank cards() {
        return TBank.builder()
                .environment(Environment.of(
                        bank.ordinaryUri().toString(), bank.securedUri().toString()))
                .token(Secret.of(bank.token()))
                .http(http -> http.time(time()))
                .build();
    }

    /** Writes down whose cards they are, which no bank knows. */
    void record(CardDirectory directory) {
        directory.update(Ucid.of(TBankSimulator.VIRTUAL_CARD), card -> card.client("C-104", "anna"));
        directory.update(Ucid.of(TBankSimulator.PLASTIC_CARD), card -> card.client("C-117", "anna"));
        directory.update(Ucid.of(webShops), card -> card.client("C-121", "gabor"));
    }

    /** Tells the PBX where its pushes go. */
    void push(URI incoming, URI data, Secret key) {
        pbx.onIncomingCall(VipexHook.get(incoming).apiKey(key.reveal()));
        pbx.onCallData(VipexHook.post(data).apiKey(key.reveal()));
    }

    /** Lets somebody call the company. */
    void ring(String caller, String extension) {
        pbx.incomingCall(caller, OUR_NUMBER, extension);
    }

    @Override
    public void close() {
        systems.close();
        pbx.close();
        bank.close();
    }

    private record VendorTime(SimulatedClock clock) implements TimeSource {

        @Override
        public Instant now() {
            return clock.now();
        }

        @Override
        public long nanoTime() {
            return TimeSource.system().nanoTime();
        }

        @Override
        public void sleep(Duration pause) throws InterruptedException {
            TimeSource.system().sleep(pause);
        }
    }
}
