package io.mostik.testing.tbank;

import io.mostik.testing.Answer;
import io.mostik.testing.RecordedRequest;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** The methods that show the company and its accounts; each account of a card holds a million less what was spent. */
final class Accounts {

    static final BigDecimal OPENING = new BigDecimal("1000000.00");

    private static final int NO_LIMIT_STATED = Integer.MAX_VALUE;

    private final Bank bank;
    private final Ledger ledger;

    Accounts(Bank bank, Ledger ledger) {
        this.bank = bank;
        this.ledger = ledger;
    }

    List<TBankMethod> ordinary() {
        return List.of(
                new TBankMethod(
                        "GET", "/api/v4/bank-accounts", "bank-accounts/get", 6, this::accounts, CannedCompany.ACCOUNTS),
                new TBankMethod(
                        "GET",
                        "/api/v1/company",
                        "company",
                        NO_LIMIT_STATED,
                        (request, path) -> () -> CannedCompany.COMPANY,
                        CannedCompany.COMPANY));
    }

    private Supplier<Answer> accounts(RecordedRequest request, Map<String, String> path) {
        boolean invest = Contract.choice(request, "withInvest", "true", "false")
                .filter("true"::equals)
                .isPresent();
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
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("accountNumber", number);
        row.put("name", "Счёт");
        row.put("status", "NORM");
        row.put("tariffName", "Простой");
        row.put("tariffCode", "TRF1");
        row.put("currency", "643");
        row.put("createdOn", "2024-02-01");
        row.put("mainFlag", main ? "Y" : "N");
        row.put("bankBik", "044525974");
        row.put("accountType", type);
        row.put("balance", balance(number));
        return row;
    }

    private Map<String, Object> balance(String number) {
        BigDecimal held = sum(number, entry -> entry.postedAt().isEmpty());
        BigDecimal booked =
                OPENING.subtract(sum(number, entry -> entry.postedAt().isPresent()));
        Map<String, Object> balance = new LinkedHashMap<>();
        balance.put("balance", booked);
        balance.put("realOtb", booked.subtract(held));
        balance.put("otb", booked.subtract(held));
        balance.put("authorized", held);
        balance.put("pendingPayments", BigDecimal.ZERO);
        balance.put("pendingRequisitions", BigDecimal.ZERO);
        return balance;
    }

    private BigDecimal sum(String number, Predicate<LedgerEntry> which) {
        return ledger.of(number).stream()
                .filter(which)
                .map(LedgerEntry::amount)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
