package io.mostik.remonline.marketing;

import io.mostik.core.http.ApiClient;
import io.mostik.core.http.Endpoint;
import io.mostik.core.json.JsonType;
import io.mostik.remonline.internal.Rows;
import java.util.List;
import java.util.Objects;

/**
 * Advertising campaigns. Only in the generation before version 2, which the vendor announced to end on 2026-09-01;
 * the client sends these calls there by itself. Obtained from {@code RemOnline.marketing()}. Thread-safe.
 *
 * @see <a href="https://roapp.readme.io/reference">the vendor's reference</a>
 */
public final class MarketingApi {

    private static final Endpoint<Rows<Campaign>> CAMPAIGNS = Endpoint.read(
            "marketing.campaigns", "GET", "/marketing/campaigns/", JsonType.envelope(Rows.class, Campaign.class));

    private final ApiClient api;

    MarketingApi(ApiClient api) {
        this.api = Objects.requireNonNull(api, "api");
    }

    /** Returns the campaigns. */
    public List<Campaign> campaigns() {
        return api.call(CAMPAIGNS).send().list();
    }
}
