package io.mostik.remonline.internal;

import io.mostik.core.http.ClientConfig;
import io.mostik.core.http.SdkRuntime;

/** Shares one {@code SdkRuntime} between the {@code ApiClient}s of a client, even with a custom {@code Transport}. */
public final class SharedRuntime {

    private SharedRuntime() {}

    /**
     * Engines with an own transport would each make a runtime; such a runtime holds no threads and needs no closing.
     */
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
