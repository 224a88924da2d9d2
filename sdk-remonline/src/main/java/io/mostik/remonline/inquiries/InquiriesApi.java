package io.mostik.remonline.inquiries;

import io.mostik.core.Paged;
import io.mostik.core.http.ApiClient;
import io.mostik.core.http.Endpoint;
import io.mostik.core.json.JsonType;
import io.mostik.remonline.internal.ListStyle;
import io.mostik.remonline.internal.PageV2;
import java.util.Map;
import java.util.Objects;

/**
 * Inquiries in version 2, to be read only; see {@code RemOnline.leads()} for writing. Obtained from {@code
 * RemOnline.inquiries()}. Thread-safe.
 *
 * @see <a href="https://roapp.readme.io/reference">the vendor's reference</a>
 */
public final class InquiriesApi {

    private static final Endpoint<PageV2<Inquiry>> LIST =
            Endpoint.read("inquiries.list", "GET", "/inquiries", JsonType.envelope(PageV2.class, Inquiry.class));
    private static final Endpoint<Inquiry> GET =
            Endpoint.read("inquiries.get", "GET", "/inquiries/{id}", Inquiry.class);

    private final ApiClient api;
    private final ListStyle lists;

    InquiriesApi(ApiClient api, ListStyle lists) {
        this.api = Objects.requireNonNull(api, "api");
        this.lists = Objects.requireNonNull(lists, "lists");
    }

    /** Returns the inquiries, 50 a page; nothing is sent until they are walked. Known from a live client. */
    public Paged<Inquiry> list() {
        return Paged.numbered(
                        1,
                        page -> api.call(LIST)
                                .query("page", page)
                                .queries(lists.write(Map.of()))
                                .send()
                                .toPage(page))
                .distinctBy(Inquiry::id);
    }

    /**
     * Returns one inquiry. The vendor documents the title of this call only.
     *
     * @throws io.mostik.core.NotFoundException if no object has this id
     */
    public Inquiry get(long id) {
        return api.call(GET).path("id", id).send();
    }
}
