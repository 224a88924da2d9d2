package io.mostik.bridge.server.online;

import io.mostik.bridge.link.DataPath;
import io.mostik.bridge.link.Link;
import io.mostik.bridge.onec.OnecBase;
import io.mostik.bridge.onec.OnecPublished;
import io.mostik.bridge.onec.OnecQuery;
import io.mostik.bridge.server.online.Finding.Kind;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** Entities and properties that a 1C base publishes, by its {@code $metadata}. */
final class OnecProbe implements Probe {

    private static final String LINE = "line";
    private static final String IN_FORCE = "in_force";

    @Override
    public void look(Account account, Findings found) {
        OnecBase base = account.client(OnecBase.class);
        boolean isAsked = false;
        for (LinkUse use : account.sources()) {
            Optional<OnecQuery> query = use.link().source().feed().flatMap(Link.FeedRule::documents);
            if (query.isPresent()) {
                isAsked = true;
                found.ask(use.place("feed"), "$metadata", () -> base.published(query.get()))
                        .ifPresent(published -> compare(use, query.get(), published, found));
            }
        }
        if (!isAsked) {
            found.add(Kind.UNCHECKED, found.place(), "no link reads documents of it");
        }
    }

    private static void compare(LinkUse use, OnecQuery query, OnecPublished published, Findings found) {
        if (!found.has(use.place("feed.entity"), "entity", query.entity(), Names.of(published.entities()))) {
            return;
        }
        String of = " of " + query.entity();
        Names document = Names.of(published.fields());
        has(use, "feed.day", "property" + of, query.day(), document, found);
        query.part().ifPresent(part -> has(use, "feed.part", "table part" + of, part, document, found));
        Names either = Names.of(both(published.fields(), published.lineFields()));
        query.fields().forEach(field -> has(use, "feed.fields", "property" + of, field, either, found));
        for (DataPath path : use.paths()) {
            String first = LinkUse.step(path, 0);
            if (first.equals(LINE) && query.part().isPresent()) {
                Names line = Names.of(published.lineFields());
                has(use, "{" + path + "}", "property of its lines", LinkUse.step(path, 1), line, found);
            } else if (!first.equals(IN_FORCE)) {
                has(use, "{" + path + "}", "property" + of, first, document, found);
            }
        }
    }

    private static void has(LinkUse use, String setting, String thing, String name, Names known, Findings found) {
        boolean unused = found.has(use.place(setting), thing, name, known);
    }

    private static Collection<String> both(Collection<String> one, Collection<String> other) {
        Set<String> both = new LinkedHashSet<>(one);
        both.addAll(other);
        return both;
    }
}
