package io.mostik.examples;

import com.sun.net.httpserver.HttpHandler;
import io.mostik.core.Secret;
import io.mostik.core.http.SdkRuntime;
import io.mostik.pbx.vipex.Vipex;
import io.mostik.testing.vipex.VipexHook;
import io.mostik.testing.vipex.VipexSimulator;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;

/**
 * Where the PBX stories happen: at the PBX if {@code MOSTIK_VIPEX_PASSWORD} is set, else at a simulator, which is told the
 * addresses of the hooks. A real PBX reaches them only if somebody takes them through to this machine.
 *
 * @param vipex the client
 * @param phones the two that are to be joined
 * @param runtime runs lookups
 * @param hooks receives what the PBX tells
 * @param simulator the PBX, where it is one of ours
 */
record PbxPlace(Vipex vipex, Phones phones, SdkRuntime runtime, HookServer hooks, Optional<VipexSimulator> simulator)
        implements AutoCloseable {

    /** The key by which the PBX proves that a hook is called by nobody else. */
    static final Secret HOOK_KEY = Secret.of("hook-key");

    /** An extension, and a number outside. */
    record Phones(String extension, String number) {}

    static PbxPlace open() throws IOException {
        return Variables.has("MOSTIK_VIPEX_PASSWORD") ? atPbx() : atSimulator();
    }

    private static PbxPlace atPbx() throws IOException {
        Vipex vipex = Vipex.builder()
                .baseUri(Variables.get("MOSTIK_VIPEX_URL"))
                .credentials(Variables.get("MOSTIK_VIPEX_USER"), Secret.fromEnv("MOSTIK_VIPEX_PASSWORD"))
                .build();
        Phones phones = new Phones(Variables.get("MOSTIK_VIPEX_EXTENSION"), Variables.get("MOSTIK_VIPEX_NUMBER"));
        return new PbxPlace(vipex, phones, SdkRuntime.create(), HookServer.start(), Optional.empty());
    }

    private static PbxPlace atSimulator() throws IOException {
        VipexSimulator pbx = VipexSimulator.startFrozen();
        Vipex vipex = Vipex.builder()
                .baseUri(pbx.uri().toString())
                .credentials(pbx.username(), Secret.of(pbx.password()))
                .build();
        Phones phones = new Phones("101", "06 30 111 2233");
        return new PbxPlace(vipex, phones, SdkRuntime.create(), HookServer.start(), Optional.of(pbx));
    }

    /** Receives incoming calls. */
    void incomingCallsTo(HttpHandler handler) {
        URI address = hooks.on("/incoming", handler);
        simulator.ifPresent(pbx -> pbx.onIncomingCall(VipexHook.get(address).apiKey(HOOK_KEY.reveal())));
    }

    /** Receives the data of calls. */
    void callDataTo(HttpHandler handler) {
        URI address = hooks.on("/data", handler);
        simulator.ifPresent(pbx -> pbx.onCallData(VipexHook.post(address).apiKey(HOOK_KEY.reveal())));
    }

    @Override
    public void close() {
        vipex.close();
        hooks.close();
        simulator.ifPresent(VipexSimulator::close);
        runtime.close();
    }
}
