package io.mostik.testing.tbank;

import io.mostik.testing.Answer;
import io.mostik.testing.internal.JsonObject;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** The methods that list operations: the statement, and the deprecated list that knows cards. */
record OperationMethods(Ledger ledger) {

    private static final String STATEMENT_ACCOUNT = "^(\\d{20})$";
    private static final int MOST_CATEGORIES = 50;
    private static final int MOST_PAST = 10_000;

    List<TBankMethod> ordinary() {
        return List.of(
                new TBankMethod("GET", "/api/v1/statement", "statement", 20, this::statement, Canned.STATEMENT),
                new TBankMethod(
                        "GET", "/api/v1/account-operations", "account-operations/get", 3, this::past, Canned.PAST));
    }

    private Supplier<Answer> statement(TBankRequest ask) {
        String account =
                ask.matching("accountNumber", ask.query("accountNumber").orElse(""), STATEMENT_ACCOUNT);
        Instant begin = ask.instant("from");
        Predicate<LedgerEntry> period = between(begin, ask.optionalInstant("to"));
        Predicate<LedgerEntry> wanted = period.and(
                        status(ask.choice("operationStatus", "All", "Authorization", "Transaction")))
                .and(category(ask.request().queries("categories")));
        int limit = ask.count("limit", ledger.pageSize, Integer.MAX_VALUE);
        int from = cursor(ask);
        boolean balances = ask.flag("withBalances");
        return () -> {
            List<LedgerEntry> found = ledger.of(account).stream().filter(wanted).toList();
            List<LedgerEntry> page =
                    found.stream().skip(from).limit(Math.max(1, limit)).toList();
            JsonObject body = new JsonObject()
                    .with(
                            "operations",
                            page.stream().map(OperationShape::statement).toList());
            if (from + page.size() < found.size()) {
                body.put("nextCursor", "c" + (from + page.size()));
            }
            if (balances && from == 0) {
                body.put("balances", balances(ledger.of(account), begin, period));
            }
            return Answer.json(200, body);
        };
    }

    private Supplier<Answer> past(TBankRequest ask) {
        String account =
                ask.accountNumber().orElseThrow(() -> Dialect.BANK.invalid("accountNumber", "expected a value"));
        Optional<Long> ucid = ask.query("ucid").map(ask::ucid);
        Predicate<LedgerEntry> wanted = between(ask.instant("from"), Optional.of(ask.instant("till")))
                .and(status(ask.choice("operationStatus", "authorization", "transaction")));
        return () -> {
            List<LedgerEntry> found = ledger.of(account).stream()
                    .filter(wanted)
                    .filter(entry -> ucid.map(card -> card == entry.ucid()).orElse(true))
                    .toList();
            if (found.size() > MOST_PAST) {
                throw Dialect.tooManyOperations();
            }
            return Answer.json(200, found.stream().map(OperationShape::past).toList());
        };
    }

    private static int cursor(TBankRequest ask) {
        String cursor = ask.query("cursor").orElse("c0");
        if (!cursor.matches("c\\d{1,9}")) {
            throw Dialect.BANK.invalid("cursor", "expected the nextCursor of a page before");
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
            throw Dialect.BANK.invalid("categories", "expected at most " + MOST_CATEGORIES);
        }
        return entry -> categories.isEmpty() || categories.contains(entry.category());
    }

    /** A hold changes what can be spent, not the balance. */
    private static Map<String, Object> balances(List<LedgerEntry> all, Instant begin, Predicate<LedgerEntry> period) {
        BigDecimal before = posted(all, entry -> entry.date().isBefore(begin));
        BigDecimal debit = posted(all, period);
        BigDecimal balance = Accounts.OPENING.subtract(before);
        return new JsonObject()
                .with("balanceBegin", balance)
                .with("balanceEnd", balance.subtract(debit))
                .with("credit", BigDecimal.ZERO)
                .with("debit", debit);
    }

    private static BigDecimal posted(List<LedgerEntry> all, Predicate<LedgerEntry> which) {
        return all.stream()
                .filter(entry -> entry.postedAt().isPresent())
                .filter(which)
                .map(LedgerEntry::amount)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
