package io.mostik.testing.tbank;

import java.util.Optional;

/** The current state of a card. */
public record TBankCard(
        long ucid,
        String accountNumber,
        String cardBin,
        String cardLastFourDigits,
        boolean isActive,
        CardStatus status,
        String embossedName,
        boolean isVirtual,
        TBankLimit spendLimit,
        TBankLimit cashLimit,
        Optional<String> blockReason,
        Optional<String> blockComment) {}
