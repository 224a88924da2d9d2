package io.mostik.testing.tbank;

import io.mostik.testing.internal.JsonObject;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** How one operation looks in the statement, in the deprecated list, and in a webhook: three spellings of the same. */
final class OperationShape {

    private static final String RUBLE = "643";
    private static final String BIC = "044525974";
    private static final String MCC = "5814";
    private static final String CASH_MCC = "6011";

    private OperationShape() {}

    static Map<String, Object> statement(LedgerEntry entry) {
        return new JsonObject()
                .with("operationId", entry.id())
                .with("operationDate", entry.date().toString())
                .with("operationStatus", entry.status())
                .with("typeOfOperation", "Debit")
                .with("category", entry.category())
                .with("accountNumber", entry.accountNumber())
                .with("bic", BIC)
                .with("operationAmount", entry.amount())
                .with("operationCurrencyDigitalCode", RUBLE)
                .with("accountAmount", entry.amount())
                .with("accountCurrencyDigitalCode", RUBLE)
                .with("rubleAmount", entry.amount())
                .with("authorizationDate", entry.authorizedAt().toString())
                .withAny("trxnPostDate", entry.postedAt().map(Instant::toString))
                .with("cardNumber", entry.maskedNumber())
                .with("ucid", Long.toString(entry.ucid()))
                .with("mcc", mcc(entry))
                .with("merch", merchant())
                .with("payer", Map.of("acct", entry.accountNumber(), "bicRu", BIC));
    }

    /** Every value is a text, sums too, and the status is in lower case. */
    static Map<String, Object> webhook(LedgerEntry entry) {
        Map<String, Object> row = new LinkedHashMap<>(statement(entry));
        row.remove("operationDate");
        row.replaceAll((name, value) -> value instanceof Map ? value : text(value));
        row.put("operationStatus", entry.status().toLowerCase(Locale.ROOT));
        row.put("status", "Active");
        row.put("payer", Map.of("account", entry.accountNumber(), "bic", BIC));
        return row;
    }

    static Map<String, Object> past(LedgerEntry entry) {
        return new JsonObject()
                .with("accountNumber", entry.accountNumber())
                .with("authDateTime", entry.authorizedAt().toString())
                .withAny("trxnDateTime", entry.postedAt().map(Instant::toString))
                .with("authId", entry.id())
                .with("operationType", "debit")
                .with("operationStatus", entry.status().toLowerCase(Locale.ROOT))
                .with("amount", entry.amount())
                .with("currency", RUBLE)
                .with("accountAmount", entry.amount())
                .with(
                        "card",
                        Map.of("ucid", Long.toString(entry.ucid()), "mcc", mcc(entry), "number", entry.maskedNumber()))
                .with("merch", merchant());
    }

    private static String text(Object value) {
        return value instanceof BigDecimal sum ? sum.toPlainString() : value.toString();
    }

    private static String mcc(LedgerEntry entry) {
        return entry.cash() ? CASH_MCC : MCC;
    }

    private static Map<String, String> merchant() {
        return Map.of("name", "SHOP 17", "city", "Moscow", "country", "RUS");
    }
}
