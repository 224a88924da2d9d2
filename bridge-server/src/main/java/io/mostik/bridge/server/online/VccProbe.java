package io.mostik.bridge.server.online;

import io.mostik.bridge.server.online.Finding.Kind;
import io.mostik.core.http.CallOptions;
import io.mostik.pbx.vcclive.VccLive;
import io.mostik.pbx.vcclive.projects.Project;
import io.mostik.pbx.vcclive.users.User;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** Projects, their fields, and users of VCC Live. The vendor does not publish the ids of dispositions. */
final class VccProbe implements Probe {

    private static final int PHONES = 9;
    private static final String PROJECT = "project";

    private final Map<Long, Optional<Names>> fields = new HashMap<>();
    private final CallOptions options;

    VccProbe(CallOptions options) {
        this.options = options;
    }

    @Override
    public void look(Account account, Findings found) {
        VccLive vcc = account.client(VccLive.class).with(options);
        Optional<List<Project>> projects = found.ask(
                found.place(), "list of projects", () -> vcc.projects().list());
        if (projects.isEmpty()) {
            return;
        }
        Names names = Names.of(
                projects.get(), project -> new Names.Named(Long.toString(project.projectId()), project.name()));
        found.add(Kind.FITS, found.place(), "the key works; " + names.size() + " projects");
        users(account, vcc, found);
        for (LinkUse use : account.targets()) {
            found.compare(use, PROJECT, PROJECT, names)
                    .ifPresent(project -> fields(vcc, Long.parseLong(project), use, found));
            use.rule("disposition")
                    .ifPresent(rule -> found.add(
                            Kind.UNCHECKED, use.place(rule), "the vendor does not publish the ids of dispositions"));
            if (use.fixed(PROJECT).isEmpty() && !use.under("field_").isEmpty()) {
                found.add(Kind.UNCHECKED, use.place("map"), "fields belong to a project, which comes with the event");
            }
        }
    }

    private void fields(VccLive vcc, long project, LinkUse use, Findings found) {
        if (use.under("field_").isEmpty()) {
            return;
        }
        fields.computeIfAbsent(project, id -> found.ask(found.place(), "fields of project " + id, () -> names(vcc, id)))
                .ifPresent(known -> found.compareUnder(use, "field_", "field of project " + project, known));
    }

    /** The columns of telephone numbers are there in every project. */
    private static Names names(VccLive vcc, long project) {
        Set<String> names = new LinkedHashSet<>();
        vcc.projects().get(project).fields().forEach(field -> field.name().ifPresent(names::add));
        IntStream.rangeClosed(1, PHONES).forEach(number -> names.add("phone" + number));
        return Names.of(names);
    }

    private static void users(Account account, VccLive vcc, Findings found) {
        List<LinkUse> uses = account.targets().stream()
                .filter(use -> use.rule("user").isPresent())
                .toList();
        if (uses.isEmpty()) {
            return;
        }
        Optional<List<User>> users =
                found.ask(found.place(), "list of users", () -> vcc.users().list());
        users.map(all -> Names.of(all, user -> new Names.Named(Long.toString(user.userId()), user.username())))
                .ifPresent(names -> uses.forEach(use -> {
                    Optional<String> unused = found.compare(use, "user", "user", names);
                }));
    }
}
