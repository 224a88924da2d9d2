package io.mostik.bridge.server;

import io.mostik.bridge.Connections;
import io.mostik.bridge.link.LinkProblem;
import io.mostik.bridge.link.LinkSet;
import io.mostik.bridge.server.config.BridgeConfig;
import io.mostik.bridge.server.config.ConfigException;
import io.mostik.bridge.server.config.ConfigProblem;
import io.mostik.bridge.server.online.Finding;
import io.mostik.bridge.server.online.Finding.Kind;
import io.mostik.bridge.server.online.LinkUse;
import io.mostik.bridge.server.online.OnlineCheck;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
            description = "also asks the vendors, by reading alone, whether keys work and whether what links use is there")
    private boolean online;

    @Override
    public Integer call() {
        BridgeConfig config = config();
        Connections accounts = Accounts.connections(config);
        LinkSet links = LinkFiles.read(config);
        List<LinkUse> uses = LinkUses.read(config);
        List<LinkProblem> problems =
                LinkRules.check(config, accounts, HookReceivers.of(config, accounts), links);
        refuse(config, uses, problems);
        config.warnings().forEach(warning -> out().println("warning: " + warning));
        problems.forEach(problem -> out().println("warning: " + problem));
        int code = online ? look(config, accounts, uses) : 0;
        String end = code == 0 ? ": the settings can be used" : ": see above";
        out().println(config.bases().size() + " bases, " + config.connections().size() + " connections, "
                + links.all().size() + " links, " + config.people().size() + " people" + end);
        return code;
    }

    private static void refuse(BridgeConfig config, List<LinkUse> uses, List<LinkProblem> problems) {
        String main = config.file().getFileName().toString();
        List<ConfigProblem> errors = problems.stream()
                .filter(problem -> !problem.isWarning())
                .map(problem -> new ConfigProblem(problem.line(), place(main, uses, problem), problem.reason()))
                .toList();
        if (!errors.isEmpty()) {
            throw new ConfigException(main, errors);
        }
    }

    /** Lines are those of the file of a link, which is named unless it is that of the settings. */
    private static String place(String main, List<LinkUse> uses, LinkProblem problem) {
        Optional<String> file = uses.stream()
                .filter(use -> (problem.place() + ".").startsWith("links." + use.link().name() + "."))
                .map(LinkUse::file)
                .filter(name -> !name.equals(main))
                .findFirst();
        return file.map(name -> name + ", " + problem.place()).orElse(problem.place());
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
