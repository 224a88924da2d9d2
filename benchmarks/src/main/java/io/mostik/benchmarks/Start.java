package io.mostik.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import io.mostik.core.http.SdkRuntime;
import io.mostik.remonline.RemOnline;
import java.lang.management.ManagementFactory;

/**
 * P10: a fresh JVM that makes some calls and ends. Prints the CPU that it has used, in nanoseconds; how long the end of
 * {@code main} was before the JVM's end is seen by whoever started it.
 */
public final class Start {

    private Start() {}

    /**
     * Takes the server's address; {@code floor}, {@code patient} for the floor without a time limit, {@code sdk}, or {@code
     * open} for the SDK without closing it; and how many calls.
     */
    public static void main(String[] arguments) {
        int calls = Integer.parseInt(arguments[2]);
        switch (arguments[1]) {
            case "floor", "patient" -> floor(new Floor(arguments[0], arguments[1].equals("patient")), calls);
            default -> sdk(arguments[0], arguments[1].equals("sdk"), calls);
        }
    }

    private static void floor(Floor floor, int calls) {
        for (int id = 1; id <= calls; id++) {
            require(id, floor.get(id).id());
        }
        answered();
    }

    private static void sdk(String base, boolean closes, int calls) {
        SdkRuntime runtime = SdkRuntime.create();
        RemOnline sdk = Sdk.client(base, runtime, http -> http.rateLimit(Sdk.NEVER_WAITS));
        for (int id = 1; id <= calls; id++) {
            require(id, sdk.orders().get(id).id());
        }
        answered();
        if (closes) {
            sdk.close();
            runtime.close();
        }
    }

    private static void require(long wanted, long id) {
        if (id != wanted) {
            throw new IllegalStateException("another order came");
        }
    }

    @SuppressWarnings("SystemOut")
    private static void answered() {
        long cpu = ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
        System.out.println(cpu);
    }
}
