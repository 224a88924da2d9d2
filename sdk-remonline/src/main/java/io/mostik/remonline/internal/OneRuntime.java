package io.mostik.remonline.internal;

import io.mostik.core.http.ClientConfig;
import io.mostik.core.http.SdkRuntime;

/** Sees to it that the engines of one client share their limits even where they have an own way out, as in tests. */
public final class OneRuntime {

    private OneRuntime() {}

    /** Engines with an own transport would each make a runtime; such a runtime holds no threads and needs no closing. */
    public static ClientConfig of(ClientConfig config) {
        boolean needsOwn = config.runtime().isEmpty() && config.transport().isPresent();
        return needsOwn
                ? ClientConfig.builder()
                        .from(config)
                        .runtime(SdkRuntime.create())
                        .build()
                : config;
    }
}
