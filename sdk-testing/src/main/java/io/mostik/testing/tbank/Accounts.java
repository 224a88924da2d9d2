package io.mostik.testing.tbank;

import io.mostik.testing.Answer;
import io.mostik.testing.internal.JsonObject;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** The methods that show the company and its accounts; each account of a card holds a million less what was spent. */
record Accounts(Bank bank, Ledger ledger) {

    static final BigDecimal OPENING = new BigDecimal("1000000.00");

    private static final int NO_LIMIT_STATED = Integer.MAX_VALUE;

    List<TBankMethod> ordinary() {
        return List.of(
                new TBankMethod(
                        "GET", "/api/v4/bank-accounts", "bank-accounts/get", 6, this::accounts, Canned.ACCOUNTS),
                new TBankMethod(
                        "GET",
                        "/api/v1/company",
                        "company",
                        NO_LIMIT_STATED,
                        ask -> () -> Canned.COMPANY,
                        Canned.COMPANY));
    }

    private Supplier<Answer> accounts(TBankRequest ask) {
        boolean invest = ask.flag("withInvest");
        return () -> {
            List<Map<String, Object>> rows = new ArrayList<>();
            bank.accounts().forEach(number -> rows.add(row(number, "Current", rows.isEmpty())));
            if (invest) {
                rows.add(row("40701810900000099999", "Invest", false));
            }
            return Answer.json(200, rows);
        };
    }

    private Map<String, Object> row(String number, String type, boolean main) {
        return new JsonObject()
                .with("accountNumber", number)
                .with("name", "Счёт")
                .with("status", "NORM")
                .with("tariffName", "Простой")
                .with("tariffCode", "TRF1")
                .with("currency", "643")
                .with("createdOn", "2024-02-01")
                .with("mainFlag", main ? "Y" : "N")
                .with("bankBik", "044525974")
                .with("accountType", type)
                .with("balance", balance(number));
    }

    private Map<String, Object> balance(String number) {
        BigDecimal held = sum(number, entry -> entry.postedAt().isEmpty());
        BigDecimal booked =
                OPENING.subtract(sum(number, entry -> entry.postedAt().isPresent()));
        return new JsonObject()
                .with("balance", booked)
                .with("realOtb", booked.subtract(held))
                .with("otb", booked.subtract(held))
                .with("authorized", held)
                .with("pendingPayments", BigDecimal.ZERO)
                .with("pendingRequisitions", BigDecimal.ZERO);
    }

    private BigDecimal sum(String number, Predicate<LedgerEntry> which) {
        return ledger.of(number).stream()
                .filter(which)
                .map(LedgerEntry::amount)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
