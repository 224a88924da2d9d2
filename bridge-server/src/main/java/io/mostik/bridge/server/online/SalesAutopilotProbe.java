package io.mostik.bridge.server.online;

import io.mostik.bridge.link.DataPath;
import io.mostik.bridge.link.Link;
import io.mostik.bridge.server.online.Finding.Kind;
import io.mostik.bridge.trigger.Triggers;
import io.mostik.core.http.CallOptions;
import io.mostik.salesautopilot.SalesAutopilot;
import io.mostik.salesautopilot.ids.ListId;
import io.mostik.salesautopilot.lists.FormKind;
import io.mostik.salesautopilot.lists.FormName;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Lists, forms and columns of SalesAutopilot. Every call counts on the account's bill, so none is made twice. */
final class SalesAutopilotProbe implements Probe {

    private static final String FORM = "form";

    private final Map<String, Optional<Names>> read = new HashMap<>();
    private final CallOptions options;

    SalesAutopilotProbe(CallOptions options) {
        this.options = options;
    }

    @Override
    public void look(Account account, Findings found) {
        SalesAutopilot client = account.client(SalesAutopilot.class);
        SalesAutopilot letters = client.with(options);
        long before = client.usage().now().sent();
        look(letters, account, found);
        long calls = client.usage().now().sent() - before;
        found.add(Kind.FITS, found.place(), calls + " calls were made, which count on the bill of the account");
    }

    private void look(SalesAutopilot letters, Account account, Findings found) {
        Optional<Names> lists = found.ask(
                found.place(),
                "lists",
                () -> Names.of(
                        letters.lists().list(),
                        list -> new Names.Named(Long.toString(list.id().value()), list.name())));
        if (lists.isEmpty()) {
            return;
        }
        found.add(Kind.FITS, found.place(), "the key works; " + lists.get().size() + " lists");
        for (LinkUse use : account.targets()) {
            found.compare(use, "list", "list", lists.get())
                    .ifPresent(list -> target(letters, ListId.of(Long.parseLong(list)), use, found));
        }
        for (LinkUse use : account.sources()) {
            use.link()
                    .source()
                    .feed()
                    .flatMap(Link.FeedRule::list)
                    .filter(list -> found.has(use.place("feed.list"), "list", Long.toString(list), lists.get()))
                    .ifPresent(list -> source(letters, ListId.of(list), use, found));
        }
    }

    private void target(SalesAutopilot letters, ListId list, LinkUse use, Findings found) {
        if (use.rule(FORM).isPresent()) {
            boolean isUpdate = use.does("sa.order.paid");
            forms(letters, list, isUpdate, found).ifPresent(forms -> {
                Optional<String> unused = found.compare(use, FORM, word(isUpdate, list), forms);
            });
        }
        if (use.rule("update_form").isPresent()) {
            forms(letters, list, true, found).ifPresent(forms -> {
                Optional<String> unused = found.compare(use, "update_form", word(true, list), forms);
            });
        }
        if (!use.under("field_").isEmpty()) {
            columns(letters, list, found)
                    .ifPresent(known -> found.compareUnder(use, "field_", "column of list " + list.value(), known));
        }
    }

    /** The vendor tells more of a record than its columns, so what is none may be there all the same. */
    private void source(SalesAutopilot letters, ListId list, LinkUse use, Findings found) {
        if (!use.waitsFor(Triggers.SA_RECORD) || use.paths().isEmpty()) {
            return;
        }
        columns(letters, list, found).ifPresent(known -> {
            for (DataPath path : use.paths()) {
                String name = LinkUse.step(path, 0);
                found.add(
                        known.has(name) ? Kind.FITS : Kind.UNCHECKED,
                        use.place("{" + path + "}"),
                        known.has(name)
                                ? "column of list " + list.value() + " " + name
                                : "is no column of list " + list.value() + known.hint(name));
            }
        });
    }

    private static String word(boolean isUpdate, ListId list) {
        return (isUpdate ? "update form" : "form") + " of list " + list.value();
    }

    private Optional<Names> columns(SalesAutopilot letters, ListId list, Findings found) {
        return once(
                "columns of list " + list.value(),
                found,
                () -> Names.of(letters.fields(list).names()));
    }

    private Optional<Names> forms(SalesAutopilot letters, ListId list, boolean isUpdate, Findings found) {
        return once(
                (isUpdate ? "update forms" : "forms") + " of list " + list.value(),
                found,
                () -> Names.of(
                        forms(letters, list, isUpdate),
                        form -> new Names.Named(Long.toString(form.id().value()), form.name())));
    }

    private static List<FormName> forms(SalesAutopilot letters, ListId list, boolean isUpdate) {
        return isUpdate
                ? letters.lists().forms(list, FormKind.UPDATE)
                : letters.lists().forms(list);
    }

    private Optional<Names> once(String what, Findings found, Supplier<Names> question) {
        return read.computeIfAbsent(what, unused -> found.ask(found.place(), what, question));
    }
}
