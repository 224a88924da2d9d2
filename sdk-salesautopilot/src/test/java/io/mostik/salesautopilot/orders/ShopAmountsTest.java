package io.mostik.salesautopilot.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mostik.salesautopilot.SimulatorTest;
import io.mostik.salesautopilot.records.RecordFields;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShopAmountsTest {

    @ParameterizedTest
    @CsvSource({"1550, 27, 10", "1550, 27, 1000000", "999, 5, 777", "1, 27, 3", "2990, 18, 12", "500, 0, 4"})
    void givenGrossPrice_whenSummedUp_thenIsRightToTheForint(BigDecimal gross, BigDecimal vat, int quantity) {
        WebshopLine line = line().grossUnitPrice(gross, vat).quantity(quantity).build();

        BigDecimal sum = line.unitPrice()
                .multiply(BigDecimal.valueOf(quantity))
                .multiply(BigDecimal.ONE.add(vat.movePointLeft(2)))
                .setScale(0, RoundingMode.HALF_UP);

        assertThat(sum).isEqualByComparingTo(gross.multiply(BigDecimal.valueOf(quantity)));
    }

    @Test
    void givenWrongValues_whenMakingAnOrder_thenNamesThem() {
        assertThatThrownBy(() -> line().quantity(0).build()).hasMessageContaining("quantity");
        assertThatThrownBy(() ->
                        line().vatPercent(new BigDecimal("-1")).quantity(1).build())
                .hasMessageContaining("vatPercent");
        assertThatThrownBy(() -> WebshopOrder.builder()
                        .from(SimulatorTest.shopOrder("W-1"))
                        .fields(RecordFields.none())
                        .build())
                .hasMessageContaining("email");
        assertThatThrownBy(() -> Address.builder().country("Hungary").build()).hasMessageContaining("country");
    }

    @Test
    void givenCountryInCapitals_whenSent_thenIsSmall() {
        assertThat(Address.builder().country("HU").build().asBilling().toMap())
                .containsEntry("mssys_bill_country", "hu");
    }

    private static WebshopLine.Builder line() {
        return WebshopLine.builder()
                .product("MAT")
                .name("Szőnyeg")
                .vatPercent(new BigDecimal("27"))
                .unitPrice(BigDecimal.ONE);
    }
}
