package io.mostik.spring.boot;

import io.mostik.core.http.CallListener;
import io.mostik.core.http.ClientConfig;
import io.mostik.core.http.SdkRuntime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;

/** Applies to each client what all have: the runtime, the common properties, listeners, customizers. */
final class ClientSettings {

    private final SdkRuntime runtime;
    private final @Nullable HttpSettings common;
    private final ObjectProvider<ClientListeners> listeners;
    private final ObjectProvider<CallListener> ownListeners;
    private final ObjectProvider<HttpCustomizer> customizers;

    ClientSettings(
            SdkRuntime runtime,
            MostikProperties properties,
            ObjectProvider<ClientListeners> listeners,
            ObjectProvider<CallListener> ownListeners,
            ObjectProvider<HttpCustomizer> customizers) {
        this.runtime = runtime;
        this.common = properties.checked().http();
        this.listeners = listeners;
        this.ownListeners = ownListeners;
        this.customizers = customizers;
    }

    void apply(ClientId client, @Nullable HttpSettings own, ClientConfig.Builder http) {
        http.runtime(runtime);
        http.listener(listener(client));
        if (common != null) {
            common.applyTo(http, MostikProperties.HTTP);
        }
        if (own != null) {
            own.applyTo(http, client.prefix() + ".http");
        }
        customizers.orderedStream().forEach(customizer -> customizer.customize(client, http));
    }

    private CallListener listener(ClientId client) {
        List<CallListener> all = new ArrayList<>();
        listeners.orderedStream().map(one -> one.of(client)).forEach(all::add);
        ownListeners.orderedStream().forEach(all::add);
        return all.isEmpty() ? CallListener.none() : CallListener.all(all);
    }
}
