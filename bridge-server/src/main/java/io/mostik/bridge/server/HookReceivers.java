package io.mostik.bridge.server;

import io.mostik.bankcards.tbank.webhooks.TBankWebhooks;
import io.mostik.bridge.Connections;
import io.mostik.bridge.server.config.BridgeConfig;
import io.mostik.bridge.server.config.ConfigException;
import io.mostik.bridge.server.config.ConfigProblem;
import io.mostik.bridge.server.config.ConnectionSettings;
import io.mostik.bridge.server.config.SecretSetting;
import io.mostik.bridge.trigger.HookRoutes;
import io.mostik.core.Secret;
import io.mostik.core.webhook.AddressRanges;
import io.mostik.pbx.vcclive.links.AudienceWebhooks;
import io.mostik.pbx.vcclive.webhooks.VccWebhooks;
import io.mostik.pbx.vipex.Vipex;
import io.mostik.pbx.webhooks.PbxWebhooks;
import io.mostik.remonline.webhooks.RemOnlineWebhooks;
import io.mostik.salesautopilot.external.ExternalActions;
import io.mostik.salesautopilot.source.szamlazz.Szamlazz;
import io.mostik.salesautopilot.source.szamlazz.SzamlazzNotices;
import io.mostik.salesautopilot.source.woocommerce.WooCommerce;
import io.mostik.salesautopilot.source.woocommerce.WooWebhooks;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes the addresses to which vendors post, for every connection that has something to prove them with. */
final class HookReceivers {

    /** The query parameter of vendors that can sign nothing. */
    private static final String PARAMETER = "key";

    private HookReceivers() {}

    /**
     * Returns the addresses.
     *
     * @param accounts the clients of those vendors whose notices are only a reason to read
     * @throws ConfigException naming every connection whose settings do not prove its vendor's webhooks
     */
    static HookRoutes of(BridgeConfig config, Connections accounts) {
        HookRoutes routes = HookRoutes.none();
        List<ConfigProblem> problems = new ArrayList<>();
        for (ConnectionSettings connection : config.connections()) {
            try {
                routes = connection.hooks().isSet() ? with(routes, connection, accounts) : routes;
            } catch (IllegalArgumentException e) {
                problems.add(new ConfigProblem(
                        0, "connections." + connection.name() + ".hooks", String.valueOf(e.getMessage())));
            }
        }
        if (!problems.isEmpty()) {
            throw new ConfigException(config.file().getFileName().toString(), problems);
        }
        return routes;
    }

    private static HookRoutes with(HookRoutes routes, ConnectionSettings connection, Connections accounts) {
        String name = connection.name();
        ConnectionSettings.Hooks hooks = connection.hooks();
        Optional<AddressRanges> from = hooks.from().isEmpty()
                ? Optional.empty()
                : Optional.of(AddressRanges.of(hooks.from().toArray(String[]::new)));
        return switch (connection.vendor()) {
            case "tbank" -> {
                TBankWebhooks.Builder bank = TBankWebhooks.builder().name(name);
                from.ifPresent(bank::onlyFrom);
                yield routes.tbank(
                        name,
                        (hooks.secret().isPresent()
                                        ? bank.bearer(secret(hooks))
                                        : bank.basic(user(hooks), password(hooks)))
                                .build());
            }
            case "vcc" -> {
                VccWebhooks.Builder calls = VccWebhooks.builder().name(name).secret(PARAMETER, secret(hooks));
                from.ifPresent(calls::onlyFrom);
                yield routes.vcc(name, calls.build());
            }
            case "vipex" -> {
                PbxWebhooks.Builder pbx = Vipex.webhooks().name(name);
                yield routes.vipex(
                        name,
                        (hooks.secret().isPresent()
                                        ? pbx.secret(secret(hooks))
                                        : pbx.basic(user(hooks), password(hooks)))
                                .build());
            }
            case "remonline" ->
                routes.remonline(
                        name,
                        RemOnlineWebhooks.builder()
                                .name(name)
                                .secret(secret(hooks))
                                .build());
            case "salesautopilot" -> {
                ExternalActions.Builder letters =
                        ExternalActions.builder().name(name).basic(user(hooks), password(hooks));
                from.ifPresent(letters::onlyFrom);
                yield routes.salesautopilot(name, letters.build());
            }
            case "mailchimp" ->
                routes.mailchimp(
                        name,
                        AudienceWebhooks.builder()
                                .name(name)
                                .secret(PARAMETER, secret(hooks))
                                .build());
            case "szamlazz" -> {
                SzamlazzNotices.Builder notices =
                        SzamlazzNotices.builder().name(name).parameter(PARAMETER, secret(hooks));
                from.ifPresent(notices::onlyFrom);
                yield routes.szamlazz(
                        name,
                        notices.build(),
                        accounts.client(name, Szamlazz.class),
                        connection.text("issuer").orElse(""));
            }
            case "woocommerce" ->
                routes.woocommerce(
                        name,
                        WooWebhooks.builder().name(name).secret(secret(hooks)).build(),
                        accounts.client(name, WooCommerce.class));
            default -> throw new IllegalArgumentException(connection.vendor() + " posts nothing here");
        };
    }

    private static Secret secret(ConnectionSettings.Hooks hooks) {
        return hooks.secret()
                .map(SecretSetting::value)
                .orElseThrow(() -> new IllegalArgumentException("secret is missing"));
    }

    private static String user(ConnectionSettings.Hooks hooks) {
        if (hooks.user().isEmpty()) {
            throw new IllegalArgumentException("user is missing");
        }
        return hooks.user();
    }

    private static Secret password(ConnectionSettings.Hooks hooks) {
        return hooks.password()
                .map(SecretSetting::value)
                .orElseThrow(() -> new IllegalArgumentException("password is missing"));
    }
}
