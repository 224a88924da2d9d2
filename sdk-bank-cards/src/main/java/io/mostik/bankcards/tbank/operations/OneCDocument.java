package io.mostik.bankcards.tbank.operations;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One posted operation as a document: read whole from the operation, or refused. */
record OneCDocument(String number, LocalDate day, BigDecimal sum, boolean isDebit, Party other, String purpose) {

    static final ZoneId MOSCOW = ZoneId.of("Europe/Moscow");

    private static final BigInteger ELEVEN_DIGITS = BigInteger.TEN.pow(11);
    private static final int DECIMALS = 2;

    static OneCDocument of(Operation operation, OneCStatement statement) {
        checkAccount(operation, statement);
        LocalDate day = day(operation);
        if (day.isBefore(statement.firstDay()) || day.isAfter(statement.lastDay())) {
            throw wrong(operation, "was posted on " + day + ", which is none of the days");
        }
        Direction direction = operation.typeOfOperation().orElseThrow(() -> wrong(operation, "has no direction"));
        boolean isDebit = direction.equals(Direction.DEBIT);
        if (!isDebit && !direction.equals(Direction.CREDIT)) {
            throw wrong(operation, "has a direction that is not known");
        }
        return new OneCDocument(
                number(operation, statement),
                day,
                sum(operation),
                isDebit,
                other(operation, statement, isDebit),
                purpose(operation));
    }

    /** Returns whether an operation is in the books; refuses one that does not say so. */
    static boolean isPosted(Operation operation) {
        if (operation.operationStatus().isEmpty()) {
            if (operation.trxnPostDate().isEmpty()) {
                throw wrong(operation, "does not say whether it is posted");
            }
            return true;
        }
        OperationStatus status = operation.operationStatus().get();
        if (!status.equals(OperationStatus.TRANSACTION) && !status.equals(OperationStatus.AUTHORIZATION)) {
            throw wrong(operation, "has a status that is not known");
        }
        return status.equals(OperationStatus.TRANSACTION);
    }

    static IllegalArgumentException wrong(Operation operation, String what) {
        return new IllegalArgumentException("operation " + operation.operationId() + " " + what);
    }

    private static void checkAccount(Operation operation, OneCStatement statement) {
        boolean isOther = operation
                .accountNumber()
                .filter(account -> !account.equals(statement.accountNumber()))
                .isPresent();
        if (isOther) {
            throw wrong(operation, "is of another account");
        }
    }

    private static LocalDate day(Operation operation) {
        Instant posted = operation
                .trxnPostDate()
                .or(operation::operationDate)
                .orElseThrow(() -> wrong(operation, "has no date"));
        return LocalDate.ofInstant(posted, MOSCOW);
    }

    private static BigDecimal sum(Operation operation) {
        BigDecimal sum =
                operation.accountAmount().orElseThrow(() -> wrong(operation, "has no sum in the account's currency"));
        if (sum.signum() <= 0 || sum.stripTrailingZeros().scale() > DECIMALS) {
            throw wrong(operation, "has a sum that is not positive, or has more than two decimals");
        }
        return sum.setScale(DECIMALS);
    }

    private static String number(Operation operation, OneCStatement statement) {
        return operation
                .documentNumber()
                .map(String::strip)
                .filter(number -> !number.isEmpty() && !statement.isNumberedById())
                .orElseGet(() -> made(operation.operationId()));
    }

    private static String made(String id) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(id.getBytes(StandardCharsets.UTF_8));
            return String.format(Locale.ROOT, "%011d", new BigInteger(1, hash).mod(ELEVEN_DIGITS));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no SHA-256", e);
        }
    }

    private static Party other(Operation operation, OneCStatement statement, boolean isDebit) {
        Optional<Party> named = operation.counterParty().or(() -> isDebit ? operation.receiver() : operation.payer());
        Party other = named.filter(party -> isWhole(party))
                .or(statement::bank)
                .orElseThrow(() -> wrong(operation, "names no other side, and no bank is given in its place"));
        if (!isWhole(other)) {
            throw new IllegalArgumentException("bank must have an account and a tax number");
        }
        return other;
    }

    private static boolean isWhole(Party party) {
        return party.account().isPresent() && party.inn().isPresent();
    }

    private static String purpose(Operation operation) {
        return operation
                .payPurpose()
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .orElseGet(() -> Stream.of(
                                operation
                                        .cardNumber()
                                        .map(number -> "Оплата по карте *"
                                                + number.substring(Math.max(0, number.length() - 4))),
                                operation.merch().flatMap(Merchant::name).or(operation::description),
                                operation
                                        .operationAmount()
                                        .map(sum -> sum.toPlainString()
                                                + operation
                                                        .operationCurrencyDigitalCode()
                                                        .map(code -> code.equals("643") ? " RUB" : " " + code)
                                                        .orElse("")),
                                Optional.of(operation.operationId()))
                        .flatMap(Optional::stream)
                        .collect(Collectors.joining(", ")));
    }
}
