package io.mostik.salesautopilot.coupons;

import io.mostik.core.http.ApiClient;
import io.mostik.core.http.Endpoint;
import io.mostik.core.json.Json;
import io.mostik.salesautopilot.ids.ListId;
import io.mostik.salesautopilot.internal.Answer;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The coupons of one order list. Obtained from {@code SalesAutopilot.coupons(list)}. Thread-safe. */
public final class CouponsApi {

    // By POST, and still only a question: it does not redeem.
    private static final Endpoint<Json> CHECK = Endpoint.read("coupons.check", "POST", "/couponcheck/{nl}", Json.class);

    private final ApiClient api;
    private final ListId list;

    CouponsApi(ApiClient api, ListId list) {
        this.api = Objects.requireNonNull(api, "api");
        this.list = Objects.requireNonNull(list, "list");
    }

    /**
     * Returns what a coupon brings, or nothing if it cannot be used: the vendor says so by a number, and by every form of
     * "nothing".
     *
     * @param code as the buyer typed it
     * @param lines what is bought; needed where the coupon is a percentage or bound to products
     * @throws io.mostik.core.DecodingException if the answer is a text, such as a notice that the service is down
     */
    public Optional<Coupon> check(String code, List<CouponLine> lines) {
        Answer answer =
                Answer.of(CHECK, api.call(CHECK).path("nl", list).json(Map.of("coupon_code", code, "products", lines)));
        return answer.isNumber() ? Optional.empty() : answer.one(Coupon.class);
    }
}
