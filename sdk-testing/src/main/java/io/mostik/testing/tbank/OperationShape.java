package io.mostik.testing.tbank;

import java.math.BigDecimal;
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
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("operationId", entry.id());
        row.put("operationDate", entry.date().toString());
        row.put("operationStatus", entry.status());
        row.put("typeOfOperation", "Debit");
        row.put("category", entry.category());
        row.put("accountNumber", entry.accountNumber());
        row.put("bic", BIC);
        row.put("operationAmount", entry.amount());
        row.put("operationCurrencyDigitalCode", RUBLE);
        row.put("accountAmount", entry.amount());
        row.put("accountCurrencyDigitalCode", RUBLE);
        row.put("rubleAmount", entry.amount());
        row.put("authorizationDate", entry.authorizedAt().toString());
        entry.postedAt().ifPresent(at -> row.put("trxnPostDate", at.toString()));
        row.put("cardNumber", entry.maskedNumber());
        row.put("ucid", Long.toString(entry.ucid()));
        row.put("mcc", mcc(entry));
        row.put("merch", merchant());
        row.put("payer", Map.of("acct", entry.accountNumber(), "bicRu", BIC));
        return row;
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
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("accountNumber", entry.accountNumber());
        row.put("authDateTime", entry.authorizedAt().toString());
        entry.postedAt().ifPresent(at -> row.put("trxnDateTime", at.toString()));
        row.put("authId", entry.id());
        row.put("operationType", "debit");
        row.put("operationStatus", entry.status().toLowerCase(Locale.ROOT));
        row.put("amount", entry.amount());
        row.put("currency", RUBLE);
        row.put("accountAmount", entry.amount());
        row.put("card", Map.of("ucid", Long.toString(entry.ucid()), "mcc", mcc(entry), "number", entry.maskedNumber()));
        row.put("merch", merchant());
        return row;
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
