package io.mostik.benchmarks;

import io.mostik.core.http.SdkRuntime;
import io.mostik.remonline.RemOnline;

/** P10: a fresh JVM that makes one call and ends. Prints how long the end of {@code main} was before the JVM's end. */
public final class Start {

    private Start() {}

    /** Takes the server's address, and {@code floor}, {@code sdk} or {@code open}: the SDK without closing it. */
    @SuppressWarnings("SystemOut")
    public static void main(String[] arguments) {
        if (arguments[1].equals("floor")) {
            require(new Floor(arguments[0]).get(42).id());
        } else {
            SdkRuntime runtime = SdkRuntime.create();
            RemOnline sdk = Sdk.client(arguments[0], runtime, http -> http.rateLimit(Sdk.NEVER_WAITS));
            require(sdk.orders().get(42).id());
            if (arguments[1].equals("sdk")) {
                sdk.close();
                runtime.close();
            }
        }
        System.out.println("answered");
    }

    private static void require(long id) {
        if (id != 42) {
            throw new IllegalStateException("another order came");
        }
    }
}
