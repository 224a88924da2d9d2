package io.mostik.bankcards.workflow;

import io.mostik.bankcards.tbank.Environment;
import io.mostik.bankcards.tbank.TBank;
import io.mostik.core.Secret;
import io.mostik.core.TimeSource;
import io.mostik.core.http.ApiResponse;
import io.mostik.core.http.CallOptions;
import io.mostik.core.http.ClientConfig;
import io.mostik.core.http.SdkRuntime;
import io.mostik.core.http.Transport;
import io.mostik.testing.tbank.TBankSimulator;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** Clients of the simulated bank. */
final class SimulatedBank {

    private static final Duration BRIEF = Duration.ofMillis(200);

    /** Connections and limits of another process, whose clock may show another time. */
    private static final SdkRuntime OTHER_PROCESS = SdkRuntime.create();

    private SimulatedBank() {}

    static TBank client(TBankSimulator bank, TimeSource time) {
        return client(bank, time, UnaryOperator.identity());
    }

    /** Returns a client with a station of the test's own around each call. */
    static TBank client(TBankSimulator bank, TimeSource time, UnaryOperator<Transport> around) {
        return client(bank, http -> http.time(time).around(around));
    }

    private static TBank client(TBankSimulator bank, Consumer<ClientConfig.Builder> http) {
        return TBank.builder()
                .environment(Environment.of(
                        bank.ordinaryUri().toString(), bank.securedUri().toString()))
                .token(Secret.of(bank.token()))
                .http(http)
                .build();
    }

    /** Returns a view that does not wait long for an answer that never comes; what it gives up early is a fault too. */
    static TBank impatient(TBank client) {
        return client.with(CallOptions.builder().deadline(BRIEF).build());
    }

    /** The end of a process: an error that no code catches. */
    static final class Crash extends Error {
        private static final long serialVersionUID = 1L;
    }

    /** Returns a client whose process crashes when the bank has answered a call of this operation. */
    static TBank dyingAfter(String operation, TBankSimulator bank, TimeSource time) {
        return client(bank, time, next -> request -> {
            ApiResponse response = next.send(request);
            if (request.operation().equals(operation)) {
                throw new Crash();
            }
            return response;
        });
    }

    /** Returns a bank whose thread sleeps between two calls, while something else happens: after the nth use of a method. */
    static CardBank pausingAfter(String method, int nth, Runnable meanwhile, TBankSimulator bank, TimeSource time) {
        CardBank awake = CardBank.of(client(bank, http -> http.time(time).runtime(OTHER_PROCESS)));
        AtomicInteger uses = new AtomicInteger();
        return (CardBank) Proxy.newProxyInstance(
                CardBank.class.getClassLoader(), new Class<?>[] {CardBank.class}, (proxy, called, arguments) -> {
                    try {
                        Object answer = called.invoke(awake, arguments);
                        if (called.getName().equals(method) && uses.incrementAndGet() == nth) {
                            meanwhile.run();
                        }
                        return answer;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    /** Returns a client that does something else before each call of this operation leaves, as if its thread slept there. */
    static TBank pausingBefore(String operation, Runnable meanwhile, TBankSimulator bank, TimeSource time) {
        UnaryOperator<Transport> pausing = next -> request -> {
            if (request.operation().equals(operation)) {
                meanwhile.run();
            }
            return next.send(request);
        };
        return client(bank, http -> http.time(time).around(pausing).runtime(OTHER_PROCESS));
    }
}
