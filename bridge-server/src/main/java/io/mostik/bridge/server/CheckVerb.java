package io.mostik.bridge.server;

import io.mostik.bridge.server.config.BridgeConfig;
import io.mostik.core.TimeSource;
import picocli.CommandLine.Command;

/** Looks at the settings without starting anything. */
@Command(
        name = "check",
        description = "Whether the settings can be used: names, secrets, certificates, links. Sends and opens nothing.",
        mixinStandardHelpOptions = true)
final class CheckVerb extends Verb {

    @Override
    public Integer call() {
        BridgeConfig config = config();
        var unused = Accounts.connections(config, new VendorCalls(TimeSource.system()));
        var unusedRoutes = HookReceivers.of(config);
        int links = LinkFiles.read(config).all().size();
        config.warnings().forEach(warning -> out().println("warning: " + warning));
        out().println(config.bases().size() + " bases, " + config.connections().size() + " connections, " + links
                + " links, " + config.people().size() + " people: the settings can be used");
        return 0;
    }
}
