package io.mostik.testing.tbank;

import io.mostik.testing.Answer;
import io.mostik.testing.RecordedRequest;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** The methods that list operations: the statement, and the deprecated list that knows cards. */
final class OperationMethods {

    private static final String STATEMENT_ACCOUNT = "^(\\d{20})$";
    private static final int MOST_CATEGORIES = 50;
    private static final int MOST_PAST = 10_000;

    private final Ledger ledger;
    private volatile int pageSize = 1000;

    OperationMethods(Ledger ledger) {
        this.ledger = ledger;
    }

    /** Sets how many operations a page has when nobody asks for a number: the bank's own is not public. */
    void pageSize(int operations) {
        pageSize = operations;
    }

    List<TBankMethod> ordinary() {
        return List.of(
                new TBankMethod("GET", "/api/v1/statement", "statement", 20, this::statement, CannedCompany.STATEMENT),
                new TBankMethod(
                        "GET",
                        "/api/v1/account-operations",
                        "account-operations/get",
                        3,
                        this::past,
                        CannedCompany.PAST));
    }

    private Supplier<Answer> statement(RecordedRequest request, Map<String, String> path) {
        String account = Contract.matching(request, "accountNumber", STATEMENT_ACCOUNT);
        Predicate<LedgerEntry> wanted = between(
                        Contract.instant(request, "from"), Contract.optionalInstant(request, "to"))
                .and(status(Contract.choice(request, "operationStatus", "All", "Authorization", "Transaction")))
                .and(category(request.queries("categories")));
        int limit = Contract.count(request, "limit", pageSize, Integer.MAX_VALUE);
        int from = cursor(request);
        boolean balances = Contract.choice(request, "withBalances", "true", "false")
                .filter("true"::equals)
                .isPresent();
        return () -> {
            List<LedgerEntry> found = ledger.of(account).stream().filter(wanted).toList();
            List<LedgerEntry> page =
                    found.stream().skip(from).limit(Math.max(1, limit)).toList();
            Map<String, Object> body = new LinkedHashMap<>();
            body.put("operations", page.stream().map(OperationShape::statement).toList());
            if (from + page.size() < found.size()) {
                body.put("nextCursor", "c" + (from + page.size()));
            }
            if (balances && from == 0) {
                body.put("balances", balances(found));
            }
            return Answer.json(200, body);
        };
    }

    private Supplier<Answer> past(RecordedRequest request, Map<String, String> path) {
        String account = Contract.accountNumber(request)
                .orElseThrow(() -> Refusals.invalid("accountNumber", "expected a value"));
        Optional<Long> ucid = request.query("ucid").map(Contract::ucid);
        Predicate<LedgerEntry> wanted = between(
                        Contract.instant(request, "from"), Optional.of(Contract.instant(request, "till")))
                .and(status(Contract.choice(request, "operationStatus", "authorization", "transaction")));
        return () -> {
            List<LedgerEntry> found = ledger.of(account).stream()
                    .filter(wanted)
                    .filter(entry -> ucid.map(card -> card == entry.ucid()).orElse(true))
                    .toList();
            if (found.size() > MOST_PAST) {
                throw Refusals.tooManyOperations();
            }
            return Answer.json(200, found.stream().map(OperationShape::past).toList());
        };
    }

    private static int cursor(RecordedRequest request) {
        String cursor = request.query("cursor").orElse("c0");
        if (!cursor.matches("c\\d{1,9}")) {
            throw Refusals.invalid("cursor", "expected the nextCursor of a page before");
        }
        return Integer.parseInt(cursor.substring(1));
    }

    private static Predicate<LedgerEntry> between(Instant from, Optional<Instant> end) {
        return entry -> !entry.date().isBefore(from)
                && end.map(instant -> entry.date().isBefore(instant)).orElse(true);
    }

    private static Predicate<LedgerEntry> status(Optional<String> status) {
        return entry -> status.filter(word -> !word.equals("All"))
                .map(word -> word.equals(entry.status())
                        || word.equals(entry.status().toLowerCase(Locale.ROOT)))
                .orElse(true);
    }

    private static Predicate<LedgerEntry> category(List<String> categories) {
        if (categories.size() > MOST_CATEGORIES) {
            throw Refusals.invalid("categories", "expected at most " + MOST_CATEGORIES);
        }
        return entry -> categories.isEmpty() || categories.contains(entry.category());
    }

    private static Map<String, Object> balances(List<LedgerEntry> found) {
        BigDecimal debit = found.stream().map(LedgerEntry::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
        Map<String, Object> balances = new LinkedHashMap<>();
        balances.put("balanceBegin", Accounts.OPENING);
        balances.put("balanceEnd", Accounts.OPENING.subtract(debit));
        balances.put("credit", BigDecimal.ZERO);
        balances.put("debit", debit);
        return balances;
    }
}
