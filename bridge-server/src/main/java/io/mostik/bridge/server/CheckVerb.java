package io.mostik.bridge.server;

import io.mostik.bridge.Connections;
import io.mostik.bridge.link.LinkProblem;
import io.mostik.bridge.server.config.BridgeConfig;
import io.mostik.bridge.server.http.LimitedServer;
import io.mostik.bridge.server.online.Finding;
import io.mostik.bridge.server.online.Finding.Kind;
import io.mostik.bridge.server.online.LinkUse;
import io.mostik.bridge.server.online.OnlineCheck;
import io.mostik.core.TimeSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Looks at the settings without starting anything. */
@Command(
        name = "check",
        description = "Whether the settings can be used: names, secrets, certificates, links. Opens nothing, and sends"
                + " nothing unless --online is given.",
        mixinStandardHelpOptions = true)
final class CheckVerb extends Verb {

    @Option(
            names = "--online",
            description =
                    "also asks the vendors, by reading alone, whether keys work and whether what links use is there")
    private boolean online;

    @Override
    public Integer call() {
        BridgeConfig config = config();
        Connections accounts = Accounts.connections(config, new VendorCalls(TimeSource.system()));
        LinkFiles files = LinkFiles.read(config);
        List<LinkProblem> problems =
                LinkRules.check(config, accounts, HookReceivers.of(config, accounts), files.links());
        if (!problems.stream().allMatch(LinkProblem::isWarning)) {
            throw files.refused(problems);
        }
        listeners(config);
        config.warnings().forEach(warning -> out().println("warning: " + warning));
        problems.forEach(problem -> out().println("warning: " + problem));
        int code = online ? look(config, accounts, files.uses()) : 0;
        String end = code == 0 ? ": the settings can be used" : ": see above";
        out().println(config.bases().size() + " bases, " + config.connections().size() + " connections, "
                + files.links().all().size() + " links, " + config.people().size() + " people" + end);
        return code;
    }

    private static void listeners(BridgeConfig config) {
        Map.of("page", config.page(), "gateway", config.gateway(), "hooks", config.hooks())
                .forEach((name, where) -> {
                    var unused = LimitedServer.certificate(name, where);
                });
    }

    private int look(BridgeConfig config, Connections accounts, List<LinkUse> uses) {
        Map<String, String> vendors = new LinkedHashMap<>();
        config.connections().forEach(each -> vendors.put(each.name(), each.vendor()));
        List<Finding> findings = new OnlineCheck(accounts, uses).look(vendors);
        findings.forEach(finding -> out().println(finding));
        if (has(findings, Kind.WRONG)) {
            return Main.WRONG;
        }
        return has(findings, Kind.FAILED) ? Main.FAILED : 0;
    }

    private static boolean has(List<Finding> findings, Kind kind) {
        return findings.stream().anyMatch(finding -> finding.kind() == kind);
    }
}
