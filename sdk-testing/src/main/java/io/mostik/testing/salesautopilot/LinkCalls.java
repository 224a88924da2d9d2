package io.mostik.testing.salesautopilot;

import io.mostik.testing.Answer;
import io.mostik.testing.internal.Endpoints;
import io.mostik.testing.internal.RequestReader;

/** Links that belong to one record. */
record LinkCalls(Account account) {

    private static final String FORM_LINK = "/updateformlink/{nl}/{ns}/{id}";

    void addTo(Endpoints<RequestReader> endpoints) {
        endpoints
                .get(FORM_LINK, ask -> form(ask, ""))
                .get(FORM_LINK + "/secure", ask -> form(ask, "/s"))
                .get("/landingpagelink/{nl}/{lp}/{id}", this::landingPage);
    }

    private Answer form(RequestReader ask, String variant) {
        ListForm form = account.list(ask).forms.get(ask.id("ns"));
        if (form.kind() != FormKind.UPDATE) {
            throw Dialect.wrongParameters("not an update form");
        }
        return link("update" + variant + "/" + form.id(), ask);
    }

    private Answer landingPage(RequestReader ask) {
        long page = ask.id("lp");
        if (account.pages.getOrDefault(page, 0L) != ask.id("nl")) {
            throw Dialect.wrongParameters("unknown landing page");
        }
        return link("page/" + page, ask);
    }

    private Answer link(String place, RequestReader ask) {
        Contact contact = account.contact(ask);
        return account.replies.link(
                "https://links.example/" + place + "/" + contact.id() + "?x=" + Long.toHexString(contact.id()));
    }
}
