package io.mostik.datahub.airbyte;

import io.mostik.core.Secret;
import io.mostik.core.http.ClientConfig;
import io.mostik.core.json.Json;
import io.mostik.datahub.HubSettings;
import io.mostik.datahub.bitrix24.Bitrix24;
import io.mostik.datahub.bitrix24.Bitrix24Connector;
import io.mostik.datahub.connector.HubConnector;
import io.mostik.datahub.connector.OwnField;
import io.mostik.datahub.remonline.RemOnlineConnector;
import io.mostik.remonline.RemOnline;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What a user fills in.
 *
 * @param connector of the CRM
 * @param key the API key, or the address of a webhook
 * @param settings of the hub
 */
record AirbyteConfig(HubConnector connector, Secret key, HubSettings settings) {

    private static final String TYPE = "type";
    private static final String TEXT = "string";

    /** Returns the schema of the configuration. */
    static Map<String, Object> specification() {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put(
                "connector", Map.of(TYPE, TEXT, "title", "CRM", "enum", List.of("remonline", "bitrix24"), "order", 0));
        properties.put(
                "key",
                Map.of(
                        TYPE,
                        TEXT,
                        "title",
                        "API key, or the address of the incoming webhook",
                        "airbyte_secret",
                        true,
                        "order",
                        1));
        properties.put(
                "settings",
                Map.of(
                        TYPE,
                        TEXT,
                        "title",
                        "Settings of the hub",
                        "description",
                        "As JSON; none by default",
                        "order",
                        2));
        properties.put("base_url", Map.of(TYPE, TEXT, "title", "Address of another RemOnline host", "order", 3));
        properties.put(
                "own_fields",
                Map.of(
                        TYPE,
                        "array",
                        "items",
                        Map.of(TYPE, TEXT),
                        "title",
                        "Own fields of deals at Bitrix24, ufCrm...",
                        "order",
                        4));
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("$schema", "http://json-schema.org/draft-07/schema#");
        schema.put("title", "Mostik data hub");
        schema.put(TYPE, "object");
        schema.put("required", List.of("connector", "key"));
        schema.put("properties", properties);
        schema.put("additionalProperties", true);
        return schema;
    }

    /**
     * Reads a configuration.
     *
     * @param http changes the settings of the clients
     * @throws IllegalArgumentException if something is missing; names it
     */
    static AirbyteConfig of(Json config, Consumer<ClientConfig.Builder> http) {
        Secret key = Secret.of(required(config, "key"));
        HubSettings settings = config.get("settings")
                .text()
                .filter(text -> !text.isBlank())
                .map(HubSettings::fromJson)
                .orElseGet(() -> HubSettings.builder().build());
        return new AirbyteConfig(connector(config, http), key, settings);
    }

    private static HubConnector connector(Json config, Consumer<ClientConfig.Builder> http) {
        String name = required(config, "connector");
        return switch (name) {
            case "remonline" ->
                RemOnlineConnector.of(
                        key -> remonline(key, config.get("base_url").text(), http));
            case "bitrix24" ->
                Bitrix24Connector.of(
                        key -> Bitrix24.builder().webhook(key).http(http).build(), fields(config));
            default -> throw new IllegalArgumentException("connector must be remonline or bitrix24");
        };
    }

    private static RemOnline remonline(Secret key, Optional<String> address, Consumer<ClientConfig.Builder> http) {
        RemOnline.Builder builder = RemOnline.builder().apiKey(key).http(http);
        address.filter(text -> !text.isBlank()).ifPresent(builder::baseUri);
        return builder.build();
    }

    private static List<OwnField> fields(Json config) {
        List<OwnField> fields = new ArrayList<>();
        config.get("own_fields")
                .elements()
                .forEach(field -> field.text()
                        .ifPresent(name -> fields.add(new OwnField(name, Optional.empty(), OwnField.Kind.NUMBER))));
        return fields;
    }

    private static String required(Json config, String name) {
        return config.get(name)
                .text()
                .filter(text -> !text.isBlank())
                .orElseThrow(() -> new IllegalArgumentException(name + " is missing in the configuration"));
    }

    /** Without the key. */
    @Override
    public String toString() {
        return "AirbyteConfig[" + connector + "]";
    }
}
