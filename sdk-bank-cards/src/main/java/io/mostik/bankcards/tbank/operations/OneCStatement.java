package io.mostik.bankcards.tbank.operations;

import io.mostik.bankcards.tbank.internal.AccountNumbers;
import io.mostik.core.json.Redacted;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A statement as 1C reads it: {@code 1CClientBankExchange}, version 1.03, in windows-1251. Written whole or not at all: what
 * does not add up, or cannot be said in this format, is refused when it is built.
 *
 * <pre>{@code
 * OneCStatement statement = OneCStatement.builder()
 *         .accountNumber(account)
 *         .firstDay(day).lastDay(day)
 *         .owner(company)                       // name, inn, bic and so on of the own side
 *         .bank(bankParty)                      // the other side where an operation names none
 *         .operations(bank.operations().statement(query).toList())
 *         .balances(bank.operations().balances(query))
 *         .createdAt(Instant.now())
 *         .build();
 * statement.writeTo(Path.of(OneCStatement.FILE_NAME));
 * }</pre>
 *
 * <ul>
 * <li>Days are days in Moscow. Only posted operations become documents; holds are left out.
 * <li>With balances there is an account section, and its totals must be those of the documents; without them there is none, as
 *     1C would compare invented ones.
 * <li>A document has the bank's number, else 11 digits made of the operation's id: the same at each export, for 1C knows
 *     documents again by number, date, sum and account.
 * <li>What windows-1251 cannot hold is written as a question mark, the sign of the ruble as {@code руб.}, a line break as a
 *     blank.
 * </ul>
 *
 * <p>How card operations become documents is this SDK's proposal: neither bank nor 1C says so.
 */
@Value.Immutable
public interface OneCStatement {

    /** The name that 1C expects by default. */
    String FILE_NAME = "kl_to_1c.txt";

    /** Returns the account: 20 digits. */
    @Redacted
    String accountNumber();

    /** Returns the first day, in Moscow. */
    LocalDate firstDay();

    /** Returns the last day, in Moscow. */
    LocalDate lastDay();

    /** Returns the owner of the account: its tax number is required, name and bank are written where they are known. */
    Party owner();

    /** Returns the bank, as the other side of operations that name none; its account and tax number are required. */
    Optional<Party> bank();

    /** Returns the operations of the account in these days. */
    List<Operation> operations();

    /** Returns what the bank says of the account in these days; an opening balance at least. */
    Optional<Balances> balances();

    /** Returns when it is made. */
    Instant createdAt();

    /** Returns the kind of the documents; {@code Банковский ордер} unless set, {@code Платежное поручение} for old readers. */
    @Value.Default
    default String documentKind() {
        return "Банковский ордер";
    }

    /** Returns whether all documents get numbers made of ids, for banks that give one number to several. */
    @Value.Default
    default boolean isNumberedById() {
        return false;
    }

    /** Returns the program that reads it; {@code 1С:Предприятие} unless set. */
    @Value.Default
    default String receiver() {
        return "1С:Предприятие";
    }

    /**
     * Refuses what cannot be written, such as totals that do not close, an operation of another account or day, or one
     * without sum or direction.
     *
     * @throws IllegalArgumentException with what is wrong, and with which operation
     */
    @Value.Check
    default void check() {
        AccountNumbers.checkForStatement(accountNumber());
        if (lastDay().isBefore(firstDay())) {
            throw new IllegalArgumentException("lastDay must not be before firstDay");
        }
        byte[] unused = bytes();
    }

    /** Returns the content of the file. */
    default byte[] bytes() {
        return new OneCWriter(this).write();
    }

    /** Writes the file, in the place of any other. */
    default void writeTo(Path file) throws IOException {
        Path unused = Files.write(file, bytes());
    }

    /** Returns a builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a statement. */
    final class Builder extends ImmutableOneCStatement.Builder {
        Builder() {}
    }
}
