package io.mostik.bankcards.workflow;

import io.mostik.bankcards.tbank.operations.Direction;
import io.mostik.bankcards.tbank.operations.Operation;
import io.mostik.bankcards.tbank.operations.OperationCategory;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;

/** What operations mean for the money of a card. */
final class CardOperations {

    private static final String NO_CARD = "0000";
    private static final String RUBLE = "643";
    private static final String CASH_DESK = "6010";
    private static final String CASH_MACHINE = "6011";
    private static final Set<OperationCategory> BY_CARD =
            Set.of(OperationCategory.CARD, OperationCategory.CASH_OUT, OperationCategory.CARD_TO_CARD);

    private CardOperations() {}

    /**
     * The bank names a card on some operations without one too, with a code of trade that there is not. Its own fee is not the
     * holder's spending, whatever its code.
     */
    static boolean isByCard(Operation operation) {
        if (operation.category().filter(OperationCategory.FEE::equals).isPresent()) {
            return false;
        }
        boolean byCard = operation.category().filter(BY_CARD::contains).isPresent()
                || operation.mcc().filter(NO_CARD::equals).isEmpty();
        return operation.card().isPresent() && byCard;
    }

    static boolean isSpentByCard(Operation operation) {
        return isByCard(operation) && !isCredit(operation);
    }

    static boolean isCredit(Operation operation) {
        return operation.typeOfOperation().filter(Direction.CREDIT::equals).isPresent();
    }

    /** Cash, by the category, or by the trade codes of desks and machines that pay out. */
    static boolean isCash(Operation operation) {
        boolean isCashTrade = operation
                .mcc()
                .filter(code -> code.equals(CASH_DESK) || code.equals(CASH_MACHINE))
                .isPresent();
        return operation.category().filter(OperationCategory.CASH_OUT::equals).isPresent() || isCashTrade;
    }

    /**
     * Returns the amount in the currency of the account: that of the purchase only where its currency is not told, or is the
     * same. Of an account whose currency is not told the ruble is assumed. Rubles at the rate of the central bank are not what
     * the account pays.
     */
    static Optional<BigDecimal> amount(Operation operation) {
        boolean isSame = operation
                .operationCurrencyDigitalCode()
                .map(operation.accountCurrencyDigitalCode().orElse(RUBLE)::equals)
                .orElse(true);
        return operation
                .accountAmount()
                .or(() -> operation.operationAmount().filter(unused -> isSame))
                .map(BigDecimal::abs);
    }
}
