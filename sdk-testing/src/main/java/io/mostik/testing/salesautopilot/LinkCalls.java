package io.mostik.testing.salesautopilot;

import io.mostik.testing.Answer;
import io.mostik.testing.RecordedRequest;
import io.mostik.testing.Routes;
import java.util.HashMap;
import java.util.Map;

/** Links that belong to one record. */
final class LinkCalls {

    private static final String FORM_LINK = "/updateformlink/{nl}/{ns}/{id}";

    private final Account account;
    private final Replies replies;
    private final Map<Long, Long> listsOfPages = new HashMap<>();

    LinkCalls(Account account, Replies replies) {
        this.account = account;
        this.replies = replies;
    }

    void addTo(Routes routes) {
        routes.on("GET", FORM_LINK, (request, path) -> form(path, ""))
                .on("GET", FORM_LINK + "/secure", (request, path) -> form(path, "/s"))
                .on("GET", "/landingpagelink/{nl}/{lp}/{id}", this::landingPage);
    }

    void addPage(long list, long page) {
        listsOfPages.put(page, list);
    }

    private Answer form(Map<String, String> path, String variant) {
        ListForm form = account.list(Parameters.id(path, "nl")).form(Parameters.id(path, "ns"));
        if (form.kind() != FormKind.UPDATE) {
            throw Refusals.wrongParameters("not an update form");
        }
        return link("update" + variant + "/" + form.id(), path);
    }

    private Answer landingPage(RecordedRequest request, Map<String, String> path) {
        long page = Parameters.id(path, "lp");
        if (listsOfPages.getOrDefault(page, 0L) != Parameters.id(path, "nl")) {
            throw Refusals.wrongParameters("unknown landing page");
        }
        return link("page/" + page, path);
    }

    private Answer link(String place, Map<String, String> path) {
        Contact contact = account.contact(path);
        return replies.link(
                "https://links.example/" + place + "/" + contact.id() + "?x=" + Long.toHexString(contact.id()));
    }
}
