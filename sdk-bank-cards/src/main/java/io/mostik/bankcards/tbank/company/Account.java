package io.mostik.bankcards.tbank.company;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.mostik.core.json.Json;
import io.mostik.core.json.Model;
import io.mostik.core.json.Redacted;
import java.time.LocalDate;
import java.util.Optional;
import org.immutables.value.Value;

/** An account of the company. A card spends from one. */
@Value.Immutable
@JsonDeserialize(builder = Account.Builder.class)
public interface Account extends Model {

    /** Returns its number. */
    @Redacted
    String accountNumber();

    /** Returns its name. */
    Optional<String> name();

    /** Returns whether it can be used. */
    Optional<AccountStatus> status();

    /** Returns its currency as a numeric code: {@code 643} is the ruble. */
    Optional<String> currency();

    /** Returns its kind, such as {@code Current} or {@code Tax}; an open list. */
    Optional<String> accountType();

    /** Returns the name of its tariff. */
    Optional<String> tariffName();

    /** Returns the code of its tariff. */
    Optional<String> tariffCode();

    /** Returns the day it was opened. */
    Optional<LocalDate> createdOn();

    /** Returns the day it was activated. */
    Optional<LocalDate> activationDate();

    /** Returns {@code Y} for the main account, else {@code N}. */
    Optional<String> mainFlag();

    /** Returns the code of the bank. */
    Optional<String> bankBik();

    /** Returns the money on it. */
    Optional<AccountBalance> balance();

    /** Returns the transit account, as the bank sends it. */
    @Redacted
    Optional<Json> transitAccount();

    /** Returns the broker's balance, as the bank sends it. */
    @Redacted
    Optional<Json> brokerCurrencyBalance();

    /** Returns a builder, for tests of your own code. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds an account. */
    final class Builder extends ImmutableAccount.Builder {
        Builder() {}
    }
}
