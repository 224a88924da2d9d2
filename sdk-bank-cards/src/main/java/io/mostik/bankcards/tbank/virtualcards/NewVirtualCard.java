package io.mostik.bankcards.tbank.virtualcards;

import io.mostik.bankcards.tbank.internal.AccountNumbers;
import java.util.Objects;
import java.util.UUID;

/**
 * A virtual card to issue to an employee.
 *
 * @param employeeIdentificationApplicationId id of the identification of the employee, a UUID
 * @param accountNumber the account that the card draws on: 20 or 22 digits
 * @param cardNetwork the payment system
 */
public record NewVirtualCard(
        String employeeIdentificationApplicationId, String accountNumber, CardNetwork cardNetwork) {

    /** Refuses what the bank would refuse. */
    public NewVirtualCard {
        checkUuid("employeeIdentificationApplicationId", employeeIdentificationApplicationId);
        AccountNumbers.check(accountNumber);
        Objects.requireNonNull(cardNetwork, "cardNetwork");
    }

    static String checkUuid(String name, String text) {
        try {
            UUID unused = UUID.fromString(Objects.requireNonNull(text, name));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(name + " must be a UUID");
        }
        return text;
    }

    /** Returns the network alone. */
    @Override
    public String toString() {
        return "NewVirtualCard[" + cardNetwork.value() + "]";
    }
}
