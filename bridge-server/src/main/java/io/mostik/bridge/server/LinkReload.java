package io.mostik.bridge.server;

import io.mostik.bridge.Bridge;
import io.mostik.bridge.Person.Role;
import io.mostik.bridge.link.BridgeLinks;
import io.mostik.bridge.link.Link;
import io.mostik.bridge.link.LinkProblem;
import io.mostik.bridge.link.LinkSet;
import io.mostik.bridge.server.config.BridgeConfig;
import io.mostik.bridge.server.config.ConfigException;
import io.mostik.bridge.server.config.ConfigReader;
import io.mostik.bridge.server.page.Asker;
import io.mostik.bridge.server.page.OfficeException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Reads the links again while the program runs. All files are right, or the links before run on. Thread-safe. */
final class LinkReload {

    private static final int LONGEST_ABOUT = 400;

    private final Bridge bridge;
    private final BridgeLinks links;
    private final BridgeConfig config;

    LinkReload(Bridge bridge, BridgeLinks links, BridgeConfig config) {
        this.bridge = bridge;
        this.links = links;
        this.config = config;
    }

    /**
     * Reads the links again, and says what is otherwise now. The decision is written down.
     *
     * @throws OfficeException with every line that is wrong and its reason; then nothing is otherwise
     */
    synchronized Map<String, Object> reload(Asker asker) {
        asker.need(Role.OPERATOR);
        LinkSet before = links.current();
        try {
            BridgeConfig settings = ConfigReader.read(config.file());
            LinkFiles files = LinkFiles.read(settings);
            LinkSet next = files.links();
            List<LinkProblem> problems = links.swap(next);
            if (!problems.stream().allMatch(LinkProblem::isWarning)) {
                throw files.refused(problems);
            }
            Map<String, Object> answer = changes(before, next);
            answer.put("links", next.all().size());
            answer.put("warnings", problems.stream().map(LinkProblem::toString).toList());
            answer.put("restart", !settings.isSameBesideLinks(config));
            return noted(answer, asker);
        } catch (ConfigException e) {
            throw new OfficeException(422, "the links before run on; " + e.getMessage());
        }
    }

    private static Map<String, Object> changes(LinkSet before, LinkSet next) {
        Map<String, Object> changes = new LinkedHashMap<>();
        changes.put(
                "new",
                names(
                        next,
                        link -> before.find(link.name()).isEmpty() && link.was().isEmpty()));
        changes.put(
                "renamed",
                names(
                        next,
                        link -> before.find(link.name()).isEmpty() && link.was().isPresent()));
        changes.put(
                "changed",
                names(
                        next,
                        link -> before.find(link.name())
                                .filter(old -> !old.digest().equals(link.digest()))
                                .isPresent()));
        changes.put(
                "gone",
                names(
                        before,
                        link -> next.find(link.name()).isEmpty()
                                && next.all().stream()
                                        .noneMatch(other -> other.was()
                                                .filter(link.name()::equals)
                                                .isPresent())));
        return changes;
    }

    private static List<String> names(LinkSet links, Predicate<Link> which) {
        return links.all().stream().filter(which).map(Link::name).toList();
    }

    private Map<String, Object> noted(Map<String, Object> answer, Asker asker) {
        UnaryOperator<String> part = word -> answer.get(word) instanceof List<?> names && !names.isEmpty()
                ? word + " "
                        + String.join(" ", names.stream().map(String::valueOf).toList())
                : "";
        String about = "links "
                + Stream.of("new", "renamed", "changed", "gone")
                        .map(part)
                        .filter(text -> !text.isEmpty())
                        .reduce((one, other) -> one + ", " + other)
                        .orElse("as before");
        bridge.decisions()
                .append(
                        asker.name(),
                        "reload links",
                        about.substring(0, Math.min(about.length(), LONGEST_ABOUT)),
                        "by hand");
        return answer;
    }
}
