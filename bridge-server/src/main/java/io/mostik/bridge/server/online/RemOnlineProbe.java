package io.mostik.bridge.server.online;

import io.mostik.bridge.link.DataPath;
import io.mostik.bridge.server.online.Finding.Kind;
import io.mostik.bridge.trigger.Triggers;
import io.mostik.core.http.CallOptions;
import io.mostik.remonline.RemOnline;
import io.mostik.remonline.common.CustomField;
import io.mostik.remonline.company.LocationQuery;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Statuses of orders, types of leads, people of the company and custom fields of RemOnline. */
final class RemOnlineProbe implements Probe {

    private static final String CUSTOM = "custom_fields";

    private final CallOptions options;

    RemOnlineProbe(CallOptions options) {
        this.options = options;
    }

    @Override
    public void look(Account account, Findings found) {
        RemOnline workshop = account.client(RemOnline.class).with(options);
        Optional<Names> statuses = found.ask(
                found.place(),
                "statuses of orders",
                () -> Names.of(
                        workshop.orders().statuses(),
                        status -> new Names.Named(Long.toString(status.id()), status.name())));
        if (statuses.isEmpty()) {
            return;
        }
        found.add(Kind.FITS, found.place(), "the key works; " + statuses.get().size() + " statuses of orders");
        for (LinkUse use : account.targets()) {
            if (use.does("ro.order.status")) {
                Optional<String> unused = found.compare(use, "status", "status", statuses.get());
            }
            if (use.does("ro.lead.create")) {
                compare(
                        use,
                        "type",
                        "type of leads",
                        () -> named(workshop.leads().types()),
                        found);
                compare(use, "branch", "location", () -> locations(workshop), found);
                compare(use, "manager", "employee", () -> employees(workshop), found);
            }
        }
        for (LinkUse use : account.sources()) {
            if (use.waitsFor(Triggers.RO_ORDER)) {
                custom(use, "orders", () -> workshop.orders().customFields(), found);
            } else if (use.waitsFor(Triggers.RO_PERSON)) {
                custom(use, "people", () -> workshop.people().customFields(), found);
            }
        }
    }

    private static void compare(LinkUse use, String field, String thing, Supplier<Names> question, Findings found) {
        if (use.rule(field).isPresent()) {
            found.ask(use.place(use.rule(field).get()), thing, question).ifPresent(known -> {
                Optional<String> unused = found.compare(use, field, thing, known);
            });
        }
    }

    private static Names locations(RemOnline workshop) {
        return Names.of(
                workshop.company().locations(LocationQuery.all()).stream().toList(),
                location -> new Names.Named(Long.toString(location.id()), Optional.empty()));
    }

    /** Their names are nobody's business here. */
    private static Names employees(RemOnline workshop) {
        return Names.of(
                workshop.company().employees().stream().toList(),
                employee -> new Names.Named(Long.toString(employee.id()), Optional.empty()));
    }

    private static Names named(List<io.mostik.remonline.common.Named> rows) {
        return Names.of(rows, row -> new Names.Named(Long.toString(row.id()), row.name()));
    }

    private static void custom(LinkUse use, String what, Supplier<List<CustomField>> question, Findings found) {
        List<DataPath> paths = use.paths().stream()
                .filter(path -> LinkUse.step(path, 0).equals(CUSTOM))
                .toList();
        if (paths.isEmpty()) {
            return;
        }
        found.ask(found.place(), "custom fields of " + what, question)
                .map(all -> Names.of(all, field -> new Names.Named(field.key(), field.name())))
                .ifPresent(known -> paths.forEach(path -> {
                    boolean unused = found.has(
                            use.place("{" + path + "}"), "custom field of " + what, LinkUse.step(path, 1), known);
                }));
    }
}
