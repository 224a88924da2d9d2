package io.mostik.bridge.server;

import io.mostik.bankcards.tbank.Environment;
import io.mostik.bankcards.tbank.TBank;
import io.mostik.bridge.action.web.WebTarget;
import io.mostik.bridge.onec.OnecBase;
import io.mostik.bridge.server.config.ConnectionSettings;
import io.mostik.bridge.server.config.SecretSetting;
import io.mostik.core.Secret;
import io.mostik.core.http.CallListener;
import io.mostik.core.http.ClientCertificate;
import io.mostik.core.http.ClientConfig;
import io.mostik.pbx.PbxClient;
import io.mostik.pbx.vcclive.VccLive;
import io.mostik.pbx.vipex.Vipex;
import io.mostik.remonline.RemOnline;
import io.mostik.salesautopilot.SalesAutopilot;
import io.mostik.salesautopilot.source.szamlazz.Szamlazz;
import io.mostik.salesautopilot.source.woocommerce.WooCommerce;
import java.util.List;
import java.util.Optional;

/** Makes the clients of the vendors as the settings say. */
final class Clients {

    private static final String ADDRESS = "address";
    private static final List<String> ADDRESSES = List.of(ADDRESS, "secured", "unversioned");

    private Clients() {}

    /**
     * Returns the client of a connection; empty for those that only send webhooks.
     *
     * @param listener is told of its calls
     * @throws IllegalArgumentException if a setting cannot work, such as a certificate with another's key; names it
     */
    static Optional<Object> of(ConnectionSettings connection, CallListener listener) {
        return switch (connection.vendor()) {
            case "tbank" -> Optional.of(tbank(connection, listener));
            case "vcc" -> Optional.of(vcc(connection, listener));
            case "vipex" -> Optional.of(vipex(connection, listener));
            case "salesautopilot" -> Optional.of(salesautopilot(connection, listener));
            case "remonline" -> Optional.of(remonline(connection, listener));
            case "onec" -> Optional.of(onec(connection, listener));
            case "http" -> Optional.of(http(connection, listener));
            case "szamlazz" -> Optional.of(szamlazz(connection, listener));
            case "woocommerce" -> Optional.of(woocommerce(connection, listener));
            default -> Optional.empty();
        };
    }

    /** Returns the client certificate of a connection. */
    static Optional<ClientCertificate> certificate(ConnectionSettings connection) {
        return connection.certificate().map(own -> {
            Optional<Secret> password = own.password().map(SecretSetting::value);
            return own.key()
                    .map(key -> ClientCertificate.load(password, own.file(), key))
                    .orElseGet(() -> ClientCertificate.load(password, own.file()));
        });
    }

    private static TBank tbank(ConnectionSettings connection, CallListener listener) {
        TBank.Builder builder =
                TBank.builder().token(secret(connection, "token")).http(http -> http.listener(listener));
        connection
                .text(ADDRESS)
                .ifPresent(address -> builder.environment(
                        Environment.of(address, connection.text("secured").orElse(address))));
        certificate(connection).ifPresent(builder::certificate);
        return builder.build();
    }

    private static VccLive vcc(ConnectionSettings connection, CallListener listener) {
        VccLive.Builder builder = VccLive.builder()
                .customer(text(connection, "customer"))
                .token(secret(connection, "token"))
                .http(http -> http.listener(listener));
        connection.text(ADDRESS).ifPresent(builder::baseUri);
        return builder.build();
    }

    private static PbxClient vipex(ConnectionSettings connection, CallListener listener) {
        return Vipex.client()
                .baseUri(text(connection, ADDRESS))
                .credentials(text(connection, "user"), secret(connection, "password"))
                .http(http -> http.listener(listener))
                .build();
    }

    private static SalesAutopilot salesautopilot(ConnectionSettings connection, CallListener listener) {
        SalesAutopilot.Builder builder = SalesAutopilot.builder()
                .keyPair(text(connection, "user"), secret(connection, "password"))
                .http(http -> http.listener(listener));
        connection.text(ADDRESS).ifPresent(builder::baseUri);
        return builder.build();
    }

    private static RemOnline remonline(ConnectionSettings connection, CallListener listener) {
        RemOnline.Builder builder =
                RemOnline.builder().apiKey(secret(connection, "key")).http(http -> http.listener(listener));
        connection.text(ADDRESS).ifPresent(builder::baseUri);
        connection.text("unversioned").ifPresent(builder::unversionedUri);
        return builder.build();
    }

    private static WebTarget onec(ConnectionSettings connection, CallListener listener) {
        return target(connection, listener)
                .basic(text(connection, "user"), secret(connection, "password"))
                .build();
    }

    /** Returns what reads a 1C base; the other client of such a connection posts to it. */
    static OnecBase reader(ConnectionSettings connection, CallListener listener) {
        return OnecBase.of(
                OnecBase.settings(text(connection, ADDRESS)).listener(listener).build(),
                text(connection, "user"),
                secret(connection, "password"));
    }

    private static WebTarget http(ConnectionSettings connection, CallListener listener) {
        WebTarget.Builder builder = target(connection, listener);
        connection.secret("token").map(SecretSetting::value).ifPresent(builder::bearer);
        return builder.build();
    }

    private static Szamlazz szamlazz(ConnectionSettings connection, CallListener listener) {
        Szamlazz.Builder builder =
                Szamlazz.builder().agentKey(secret(connection, "key")).http(http -> http.listener(listener));
        connection.text(ADDRESS).ifPresent(builder::baseUri);
        return builder.build();
    }

    private static WooCommerce woocommerce(ConnectionSettings connection, CallListener listener) {
        return WooCommerce.builder()
                .shop(text(connection, ADDRESS))
                .keyPair(text(connection, "user"), secret(connection, "password"))
                .http(http -> http.listener(listener))
                .build();
    }

    private static WebTarget.Builder target(ConnectionSettings connection, CallListener listener) {
        WebTarget.Builder builder =
                WebTarget.builder().address(text(connection, ADDRESS)).http(http -> http.listener(listener));
        if (isSet(connection, "private")) {
            builder.mayBePrivate();
        }
        if (isSet(connection, "heedsKey")) {
            builder.heedsKey();
        }
        return builder;
    }

    /** Returns which of a connection's addresses cannot be one. */
    static String unusableAddress(ConnectionSettings connection) {
        return ADDRESSES.stream()
                .filter(name -> connection
                        .text(name)
                        .filter(address -> !isUsable(address))
                        .isPresent())
                .findFirst()
                .orElse(ADDRESS);
    }

    private static boolean isUsable(String address) {
        try {
            var unused = ClientConfig.builder().baseUri(address).build();
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static boolean isSet(ConnectionSettings connection, String name) {
        return connection.text(name).filter("true"::equals).isPresent();
    }

    private static String text(ConnectionSettings connection, String name) {
        return connection.text(name).orElseThrow();
    }

    private static Secret secret(ConnectionSettings connection, String name) {
        return connection.secret(name).orElseThrow().value();
    }
}
