package io.mostik.salesautopilot.subscribers;

import io.mostik.core.http.ApiClient;
import io.mostik.core.http.Endpoint;
import io.mostik.core.json.Json;
import io.mostik.salesautopilot.ids.FormId;
import io.mostik.salesautopilot.ids.LandingPageId;
import io.mostik.salesautopilot.ids.ListId;
import io.mostik.salesautopilot.ids.RecordId;
import io.mostik.salesautopilot.internal.Answer;
import java.net.URI;
import java.util.Objects;

/**
 * Links that belong to one record: who has one can see and change it. Obtained from {@code SalesAutopilot.links(list)}.
 * Thread-safe.
 */
public final class PersonalLinksApi {

    private static final Endpoint<Json> UPDATE_FORM =
            Endpoint.read("links.updateForm", "GET", "/updateformlink/{nl}/{ns}/{id}", Json.class);
    private static final Endpoint<Json> SECURE_UPDATE_FORM =
            Endpoint.read("links.secureUpdateForm", "GET", "/updateformlink/{nl}/{ns}/{id}/secure", Json.class);
    private static final Endpoint<Json> LANDING_PAGE =
            Endpoint.read("links.landingPage", "GET", "/landingpagelink/{nl}/{lp}/{id}", Json.class);

    private final ApiClient api;
    private final ListId list;

    PersonalLinksApi(ApiClient api, ListId list) {
        this.api = Objects.requireNonNull(api, "api");
        this.list = Objects.requireNonNull(list, "list");
    }

    /** Returns the link of an update form, filled in for a record. */
    public URI updateForm(FormId form, RecordId id) {
        return Answer.of(
                        UPDATE_FORM,
                        api.call(UPDATE_FORM).path("nl", list).path("ns", form).path("id", id))
                .link();
    }

    /** Returns the link of an update form in the vendor's "secure" variant. */
    public URI secureUpdateForm(FormId form, RecordId id) {
        return Answer.of(
                        SECURE_UPDATE_FORM,
                        api.call(SECURE_UPDATE_FORM)
                                .path("nl", list)
                                .path("ns", form)
                                .path("id", id))
                .link();
    }

    /** Returns the link of a landing page, made personal for a record. */
    public URI landingPage(LandingPageId page, RecordId id) {
        return Answer.of(
                        LANDING_PAGE,
                        api.call(LANDING_PAGE).path("nl", list).path("lp", page).path("id", id))
                .link();
    }
}
