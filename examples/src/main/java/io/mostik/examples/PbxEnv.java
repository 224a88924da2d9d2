package io.mostik.examples;

import com.sun.net.httpserver.HttpHandler;
import io.mostik.core.Secret;
import io.mostik.core.http.SdkRuntime;
import io.mostik.pbx.PbxClient;
import io.mostik.pbx.vipex.Vipex;
import io.mostik.testing.vipex.VipexHook;
import io.mostik.testing.vipex.VipexSimulator;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;

/**
 * Where the PBX stories happen: at the PBX if {@code MOSTIK_PBX_PASSWORD} is set, else at a simulator, which is told the
 * addresses of the hooks. A real PBX reaches them only if somebody takes them through to this machine.
 *
 * @param pbx the client
 * @param phones the two that are to be joined
 * @param runtime runs lookups
 * @param hooks receives what the PBX tells
 * @param simulator the PBX, where it is one of ours
 */
record PbxEnv(PbxClient pbx, Phones phones, SdkRuntime runtime, HookServer hooks, Optional<VipexSimulator> simulator)
        implements AutoCloseable {

    /** The key by which the PBX proves that a hook is called by nobody else. */
    static final Secret HOOK_KEY = Secret.of("hook-key");

    /** An extension, and a number outside. */
    record Phones(String extension, String number) {}

    static PbxEnv open() throws IOException {
        return Variables.has("MOSTIK_PBX_PASSWORD") ? atPbx() : atSimulator();
    }

    private static PbxEnv atPbx() throws IOException {
        PbxClient client = Vipex.client()
                .baseUri(Variables.get("MOSTIK_PBX_URL"))
                .credentials(Variables.get("MOSTIK_PBX_USER"), Secret.fromEnv("MOSTIK_PBX_PASSWORD"))
                .build();
        Phones phones = new Phones(Variables.get("MOSTIK_PBX_EXTENSION"), Variables.get("MOSTIK_PBX_NUMBER"));
        return new PbxEnv(client, phones, SdkRuntime.create(), HookServer.start(), Optional.empty());
    }

    private static PbxEnv atSimulator() throws IOException {
        VipexSimulator pbx = VipexSimulator.startFrozen();
        PbxClient client = Vipex.client()
                .baseUri(pbx.uri().toString())
                .credentials(pbx.username(), Secret.of(pbx.password()))
                .build();
        Phones phones = new Phones("101", "06 30 111 2233");
        return new PbxEnv(client, phones, SdkRuntime.create(), HookServer.start(), Optional.of(pbx));
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
        pbx.close();
        hooks.close();
        simulator.ifPresent(VipexSimulator::close);
        runtime.close();
    }
}
