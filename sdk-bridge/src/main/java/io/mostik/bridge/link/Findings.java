package io.mostik.bridge.link;

import java.util.ArrayList;
import java.util.List;

/** Collects what a check finds wrong with links. Belongs to one thread. */
final class Findings {

    private final List<LinkProblem> found = new ArrayList<>();

    void error(Link link, String setting, String reason) {
        found.add(LinkProblem.error(link.line(), place(link, setting), reason));
    }

    /** A rule has a line of its own. */
    void error(Link link, MapRule rule, String reason) {
        found.add(LinkProblem.error(rule.line(), place(link, "map." + rule.field()), reason));
    }

    void warning(Link link, String setting, String reason) {
        found.add(LinkProblem.warning(link.line(), place(link, setting), reason));
    }

    List<LinkProblem> all() {
        return List.copyOf(found);
    }

    private static String place(Link link, String setting) {
        return "links." + link.name() + (setting.isEmpty() ? "" : "." + setting);
    }
}
