package io.mostik.salesautopilot.source.woocommerce;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;

/** Sums of money that add up: parts are rounded so that their sum is the whole, to the forint. */
final class Amounts {

    private static final int DIGITS = 8;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private Amounts() {}

    /** Returns the decimals of a currency; the forint has none, whatever ISO 4217 says. */
    static int decimals(String currency) {
        try {
            return currency.equals("HUF")
                    ? 0
                    : Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits());
        } catch (IllegalArgumentException e) {
            return 2;
        }
    }

    static BigDecimal rounded(BigDecimal amount, int decimals) {
        return amount.setScale(decimals, RoundingMode.HALF_UP);
    }

    /** Rounds parts so that they add up to the whole: each takes what the parts up to it come to, the last one the rest. */
    static List<BigDecimal> shares(List<BigDecimal> parts, BigDecimal whole, int decimals) {
        List<BigDecimal> shares = new ArrayList<>();
        BigDecimal exact = BigDecimal.ZERO;
        BigDecimal given = BigDecimal.ZERO;
        for (int i = 0; i < parts.size(); i++) {
            exact = exact.add(parts.get(i));
            BigDecimal upTo = i == parts.size() - 1 ? whole : rounded(exact, decimals);
            shares.add(upTo.subtract(given));
            given = upTo;
        }
        return shares;
    }

    /** Returns the whole percent that a tax is of a net sum; 0 if there is no sum. */
    static BigDecimal percent(BigDecimal net, BigDecimal tax) {
        boolean isNone = net.signum() == 0 || tax.signum() == 0 || net.signum() != tax.signum();
        return isNone ? BigDecimal.ZERO : tax.multiply(HUNDRED).divide(net, 0, RoundingMode.HALF_UP);
    }

    /** Returns the net price of one piece of which so many cost a gross sum; 8 decimals bring the sum back to the forint. */
    static BigDecimal netUnit(BigDecimal gross, BigDecimal percent, int quantity) {
        BigDecimal factor = BigDecimal.ONE.add(percent.movePointLeft(2)).multiply(BigDecimal.valueOf(quantity));
        return gross.divide(factor, DIGITS, RoundingMode.HALF_UP);
    }
}
