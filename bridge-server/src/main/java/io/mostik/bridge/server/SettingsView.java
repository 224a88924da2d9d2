package io.mostik.bridge.server;

import io.mostik.bridge.server.config.BridgeConfig;
import io.mostik.bridge.server.config.ListenerSettings;
import io.mostik.bridge.server.config.SecretSetting;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Shows settings as they were read; of secrets only where they come from. */
final class SettingsView {

    private final List<Map<String, Object>> rows = new ArrayList<>();

    private SettingsView() {}

    /** Returns rows of name and value. */
    static List<Map<String, Object>> of(BridgeConfig config) {
        SettingsView view = new SettingsView();
        view.add("file", config.file().getFileName());
        view.add("store.url", config.store().url());
        view.add("store.durability", config.store().isPowerSafe() ? "power" : "process");
        view.listener("gateway", config.gateway());
        view.listener("page", config.page());
        view.listener("hooks", config.hooks());
        view.add("zone", config.zone());
        config.bases().forEach(base -> {
            String place = "bases." + base.name();
            view.add(place + ".key", references(base.keys()));
            view.add(place + ".may", String.join(", ", base.may()));
            view.add(place + ".language", base.language());
        });
        config.connections().forEach(connection -> {
            String place = "connections." + connection.name();
            view.add(place + ".vendor", connection.vendor());
            connection.texts().forEach((name, value) -> view.add(place + "." + name, value));
            connection.secrets().forEach((name, value) -> view.add(place + "." + name, value.reference()));
            connection
                    .certificate()
                    .ifPresent(
                            own -> view.add(place + ".certificate", own.file().getFileName()));
            view.add(place + ".hooks", connection.hooks().isSet() ? "proven" : "–");
        });
        config.people()
                .forEach(person -> view.add(
                        "people." + person.name(),
                        person.role() + " " + person.key().reference()));
        view.add("keep", config.keep());
        config.warnings().forEach(warning -> view.add("warning", warning));
        return view.rows;
    }

    private void listener(String name, ListenerSettings listener) {
        add(
                "listen." + name,
                listener.host() + ":" + listener.port() + (listener.tls().isPresent() ? " with TLS" : "")
                        + (listener.proxies().isEmpty() ? "" : " behind " + String.join(", ", listener.proxies())));
    }

    private static String references(List<SecretSetting> secrets) {
        return String.join(", ", secrets.stream().map(SecretSetting::reference).toList());
    }

    private void add(String name, Object value) {
        rows.add(Map.of("name", name, "value", value.toString()));
    }
}
