package io.mostik.testing.salesautopilot;

import com.fasterxml.jackson.databind.JsonNode;
import io.mostik.testing.Answer;
import io.mostik.testing.internal.Endpoints;
import io.mostik.testing.internal.JsonObject;
import io.mostik.testing.internal.RequestReader;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Checking coupons; it does not redeem them. Here every coupon is a percentage. */
record CouponCalls(Account account) {

    void addTo(Endpoints<RequestReader> endpoints) {
        endpoints.post("/couponcheck/{nl}", this::check).post("/couponcheck", this::check);
    }

    /** A client of 2015 names no list. */
    private @Nullable BigDecimal anyList(String code) {
        return account.coupons.entrySet().stream()
                .filter(coupon -> coupon.getKey().endsWith(code))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(null);
    }

    private Answer check(RequestReader ask) {
        JsonNode body = ask.object();
        String code = "/" + Parameters.filled(body, "coupon_code");
        BigDecimal percent = ask.hasPath("nl") ? account.coupons.get(ask.id("nl") + code) : anyList(code);
        if (percent == null || body.path("products").isEmpty()) {
            return account.replies.scalar(0);
        }
        BigDecimal net = BigDecimal.ZERO;
        BigDecimal gross = BigDecimal.ZERO;
        for (JsonNode line : body.path("products")) {
            Catalogue.Product product =
                    account.catalogue.products.get(line.path("prod_id").asLong());
            BigDecimal sum = price(product, line).multiply(Parameters.number(line, "quantity"));
            BigDecimal vat = new BigDecimal(product.field("prod_vat_percent"));
            net = net.add(sum);
            gross = gross.add(sum.multiply(Items.HUNDRED.add(vat)).divide(Items.HUNDRED));
        }
        return Answer.textPlainJson(
                200,
                new JsonObject()
                        .with("id", "311")
                        .with("type", "2")
                        .with("netto_discount", part(net, percent))
                        .with("brutto_discount", part(gross, percent)));
    }

    private static BigDecimal price(Catalogue.Product product, JsonNode line) {
        return line.has("price") ? Parameters.number(line, "price") : new BigDecimal(product.field("prod_price"));
    }

    private static String part(BigDecimal sum, BigDecimal percent) {
        return sum.multiply(percent)
                .divide(Items.HUNDRED, 2, RoundingMode.HALF_UP)
                .toPlainString();
    }
}
