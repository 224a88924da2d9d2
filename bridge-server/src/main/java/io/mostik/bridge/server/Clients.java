package io.mostik.bridge.server;

import io.mostik.bankcards.tbank.Environment;
import io.mostik.bankcards.tbank.TBank;
import io.mostik.bridge.action.web.WebTarget;
import io.mostik.bridge.onec.OnecBase;
import io.mostik.bridge.server.config.ConnectionSettings;
import io.mostik.bridge.server.config.SecretSetting;
import io.mostik.core.Secret;
import io.mostik.core.http.ClientCertificate;
import io.mostik.pbx.PbxClient;
import io.mostik.pbx.vcclive.VccLive;
import io.mostik.pbx.vipex.Vipex;
import io.mostik.remonline.RemOnline;
import io.mostik.salesautopilot.SalesAutopilot;
import io.mostik.salesautopilot.source.szamlazz.Szamlazz;
import io.mostik.salesautopilot.source.woocommerce.WooCommerce;
import java.util.Optional;

/** Makes the clients of the vendors as the settings say. */
final class Clients {

    private Clients() {}

    /**
     * Returns the client of a connection; empty for those that only send webhooks.
     *
     * @throws IllegalArgumentException if a setting cannot work, such as a certificate with another's key; names it
     */
    static Optional<Object> of(ConnectionSettings connection) {
        return switch (connection.vendor()) {
            case "tbank" -> Optional.of(tbank(connection));
            case "vcc" -> Optional.of(vcc(connection));
            case "vipex" -> Optional.of(vipex(connection));
            case "salesautopilot" -> Optional.of(salesautopilot(connection));
            case "remonline" -> Optional.of(remonline(connection));
            case "onec" -> Optional.of(onec(connection));
            case "http" -> Optional.of(http(connection));
            case "szamlazz" -> Optional.of(szamlazz(connection));
            case "woocommerce" -> Optional.of(woocommerce(connection));
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

    private static TBank tbank(ConnectionSettings connection) {
        TBank.Builder builder = TBank.builder().token(secret(connection, "token"));
        connection
                .text("address")
                .ifPresent(address -> builder.environment(
                        Environment.of(address, connection.text("secured").orElse(address))));
        certificate(connection).ifPresent(builder::certificate);
        return builder.build();
    }

    private static VccLive vcc(ConnectionSettings connection) {
        VccLive.Builder builder =
                VccLive.builder().customer(text(connection, "customer")).token(secret(connection, "token"));
        connection.text("address").ifPresent(builder::baseUri);
        return builder.build();
    }

    private static PbxClient vipex(ConnectionSettings connection) {
        return Vipex.client()
                .baseUri(text(connection, "address"))
                .credentials(text(connection, "user"), secret(connection, "password"))
                .build();
    }

    private static SalesAutopilot salesautopilot(ConnectionSettings connection) {
        SalesAutopilot.Builder builder =
                SalesAutopilot.builder().keyPair(text(connection, "user"), secret(connection, "password"));
        connection.text("address").ifPresent(builder::baseUri);
        return builder.build();
    }

    private static RemOnline remonline(ConnectionSettings connection) {
        RemOnline.Builder builder = RemOnline.builder().apiKey(secret(connection, "key"));
        connection.text("address").ifPresent(builder::baseUri);
        connection.text("unversioned").ifPresent(builder::unversionedUri);
        return builder.build();
    }

    private static WebTarget onec(ConnectionSettings connection) {
        return target(connection)
                .basic(text(connection, "user"), secret(connection, "password"))
                .build();
    }

    /** Returns what reads a 1C base; the other client of such a connection posts to it. */
    static OnecBase reader(ConnectionSettings connection) {
        return OnecBase.of(
                OnecBase.settings(text(connection, "address")).build(),
                text(connection, "user"),
                secret(connection, "password"));
    }

    private static WebTarget http(ConnectionSettings connection) {
        WebTarget.Builder builder = target(connection);
        connection.secret("token").map(SecretSetting::value).ifPresent(builder::bearer);
        return builder.build();
    }

    private static Szamlazz szamlazz(ConnectionSettings connection) {
        Szamlazz.Builder builder = Szamlazz.builder().agentKey(secret(connection, "key"));
        connection.text("address").ifPresent(builder::baseUri);
        return builder.build();
    }

    private static WooCommerce woocommerce(ConnectionSettings connection) {
        return WooCommerce.builder()
                .shop(text(connection, "address"))
                .keyPair(text(connection, "user"), secret(connection, "password"))
                .build();
    }

    private static WebTarget.Builder target(ConnectionSettings connection) {
        WebTarget.Builder builder = WebTarget.builder().address(text(connection, "address"));
        if (isSet(connection, "private")) {
            builder.mayBePrivate();
        }
        if (isSet(connection, "heedsKey")) {
            builder.heedsKey();
        }
        return builder;
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
