package io.mostik.testing.salesautopilot;

import com.fasterxml.jackson.databind.JsonNode;
import io.mostik.testing.Answer;
import io.mostik.testing.RecordedRequest;
import io.mostik.testing.Routes;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** Checking coupons; it does not redeem them. Here every coupon is a percentage. */
final class CouponCalls {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final Catalogue catalogue;
    private final Replies replies;
    private final Map<String, BigDecimal> percents = new HashMap<>();

    CouponCalls(Catalogue catalogue, Replies replies) {
        this.catalogue = catalogue;
        this.replies = replies;
    }

    void addTo(Routes routes) {
        routes.on("POST", "/couponcheck/{nl}", (request, path) -> check(request, Parameters.id(path, "nl")));
    }

    void add(long list, String code, BigDecimal percent) {
        percents.put(list + "/" + code, percent);
    }

    private Answer check(RecordedRequest request, long list) {
        JsonNode body = Parameters.object(request);
        BigDecimal percent = percents.get(list + "/" + Parameters.filled(body, "coupon_code"));
        if (percent == null || body.path("products").isEmpty()) {
            return replies.scalar(0);
        }
        BigDecimal net = BigDecimal.ZERO;
        BigDecimal gross = BigDecimal.ZERO;
        for (JsonNode line : body.path("products")) {
            Catalogue.Product product = catalogue
                    .product(line.path("prod_id").asLong())
                    .orElseThrow(() -> Refusals.wrongParameters("products: unknown prod_id"));
            BigDecimal sum = price(product, line).multiply(Parameters.number(line, "quantity"));
            BigDecimal vat = new BigDecimal(product.field("prod_vat_percent"));
            net = net.add(sum);
            gross = gross.add(sum.multiply(HUNDRED.add(vat)).divide(HUNDRED));
        }
        Map<String, String> coupon = new LinkedHashMap<>();
        coupon.put("id", "311");
        coupon.put("type", "2");
        coupon.put("netto_discount", part(net, percent));
        coupon.put("brutto_discount", part(gross, percent));
        return Answer.textPlainJson(200, coupon);
    }

    private static BigDecimal price(Catalogue.Product product, JsonNode line) {
        return line.has("price") ? Parameters.number(line, "price") : new BigDecimal(product.field("prod_price"));
    }

    private static String part(BigDecimal sum, BigDecimal percent) {
        return sum.multiply(percent).divide(HUNDRED, 2, RoundingMode.HALF_UP).toPlainString();
    }
}
