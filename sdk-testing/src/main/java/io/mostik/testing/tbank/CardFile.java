package io.mostik.testing.tbank;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** What the bank keeps about one card. */
final class CardFile {

    static final String BIN = "220070";

    final long ucid;
    final String accountNumber;
    final String embossedName;
    final boolean virtual;
    private final Map<LimitKind, CardLimit> limits = new EnumMap<>(LimitKind.class);
    CardStatus status = CardStatus.NORM;
    boolean active = true;
    boolean reissueFails;
    String cvc;
    int blocked;
    int reissued;
    private Optional<String> blockReason = Optional.empty();
    private Optional<String> blockComment = Optional.empty();

    CardFile(long ucid, String accountNumber, String embossedName, boolean virtual) {
        this.ucid = ucid;
        this.accountNumber = requireNonNull(accountNumber, "accountNumber");
        this.embossedName = requireNonNull(embossedName, "embossedName");
        this.virtual = virtual;
        this.cvc = "%03d".formatted(ucid % 1000);
        limits.put(LimitKind.SPEND, new CardLimit());
        limits.put(LimitKind.CASH, new CardLimit());
    }

    CardLimit limit(LimitKind kind) {
        return requireNonNull(limits.get(kind));
    }

    void block(String reason, Optional<String> comment) {
        status = CardStatus.BLOCKED;
        blockReason = Optional.of(reason);
        blockComment = comment;
        blocked++;
    }

    String lastFourDigits() {
        return "%04d".formatted(ucid * 37 % 10_000);
    }

    /** Returns the full number: sixteen digits that begin and end as the list shows. */
    String number() {
        return BIN + "%06d".formatted(ucid % 1_000_000) + lastFourDigits();
    }

    TBankCard at(LocalDate today) {
        return new TBankCard(
                ucid,
                accountNumber,
                BIN,
                lastFourDigits(),
                active,
                status,
                embossedName,
                virtual,
                limit(LimitKind.SPEND).at(today),
                limit(LimitKind.CASH).at(today),
                blockReason,
                blockComment);
    }
}
