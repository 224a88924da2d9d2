package io.mostik.bridge.server;

import io.mostik.bridge.Connections;
import io.mostik.bridge.action.Action;
import io.mostik.bridge.action.ActionContext;
import io.mostik.bridge.action.ActionProvider;
import io.mostik.bridge.action.ActionSpec;
import io.mostik.bridge.action.Actions;
import io.mostik.bridge.link.LinkCheck;
import io.mostik.bridge.link.LinkProblem;
import io.mostik.bridge.link.LinkSet;
import io.mostik.bridge.server.config.BridgeConfig;
import io.mostik.bridge.trigger.HookRoutes;
import io.mostik.bridge.trigger.Triggers;
import io.mostik.core.StateStore;
import io.mostik.core.TimeSource;
import io.mostik.core.once.Once;
import java.util.List;
import java.util.ServiceLoader;

/** Checks links as a start would: triggers, actions with their fields, connections, and links against each other. */
final class LinkRules {

    private LinkRules() {}

    /** Returns what is wrong, warnings among it. Opens no database and asks nobody. */
    static List<LinkProblem> check(BridgeConfig config, Connections accounts, HookRoutes routes, LinkSet links) {
        TimeSource time = TimeSource.system();
        ActionContext context =
                new ActionContext(Once.over(StateStore.inMemory(time), time), accounts, time, config.zone());
        List<ActionProvider> providers = ServiceLoader.load(ActionProvider.class).stream()
                .map(ServiceLoader.Provider::get)
                .toList();
        List<ActionSpec> specs =
                Actions.of(providers, context).all().stream().map(Action::spec).toList();
        return LinkCheck.of(Triggers.known(), specs, accounts, routes.triggers())
                .check(links);
    }
}
