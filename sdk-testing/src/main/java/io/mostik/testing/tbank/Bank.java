package io.mostik.testing.tbank;

import io.mostik.testing.SimulatedClock;
import io.mostik.testing.internal.Table;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The bank itself: the company's cards and what happened to them. Thread-safe. */
final class Bank {

    private static final ZoneId MOSCOW = ZoneId.of("Europe/Moscow");

    private final SimulatedClock clock;
    private final Table<Long, CardFile> cards =
            Table.inOrder(card -> card.ucid, () -> Dialect.of(unknownCardStatus(), "Карта не найдена"));
    private long nextUcid = 1100200301;
    private boolean updateRefills;
    private int unknownCardStatus = 422;

    /** Whether the v3 list says how many cards there are. */
    volatile boolean showTotals = true;

    Bank(SimulatedClock clock) {
        this.clock = clock;
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.now(), MOSCOW);
    }

    synchronized void updateRefills(boolean refills) {
        updateRefills = refills;
    }

    private int unknownCardStatus() {
        return unknownCardStatus;
    }

    synchronized void unknownCardStatus(int status) {
        unknownCardStatus = status;
    }

    synchronized long add(String accountNumber, String embossedName, boolean virtual) {
        long ucid = nextUcid;
        nextUcid++;
        cards.add(new CardFile(ucid, accountNumber, embossedName, virtual));
        return ucid;
    }

    /** Returns something about a card that the test knows to exist. */
    synchronized <T> T known(long ucid, Function<CardFile, T> question) {
        return question.apply(cards.find(ucid).orElseThrow(() -> new IllegalArgumentException("No card " + ucid)));
    }

    /** Returns something about a card a client asks for; refuses if there is none. */
    synchronized <T> T asked(long ucid, Function<CardFile, T> question) {
        return question.apply(cards.get(ucid));
    }

    synchronized List<TBankCard> list(Optional<String> accountNumber) {
        LocalDate today = today();
        return cards.stream()
                .filter(card -> accountNumber.map(card.accountNumber::equals).orElse(true))
                .map(card -> card.at(today))
                .toList();
    }

    /** Returns the accounts that cards draw on, the oldest first. */
    synchronized List<String> accounts() {
        return cards.stream().map(card -> card.accountNumber).distinct().toList();
    }

    /** Sets a limit; returns why not, if the bank does not. */
    synchronized Optional<String> setLimit(long ucid, LimitKind kind, NewLimit limit) {
        Optional<CardFile> card = cards.find(ucid);
        if (card.isEmpty()) {
            return Optional.of("Карта не найдена");
        }
        if (card.get().status == CardStatus.CLOSED) {
            return Optional.of("Карта закрыта");
        }
        CardLimit current = card.get().limit(kind);
        if (current.refusal().isEmpty()) {
            current.set(limit, today(), updateRefills);
        }
        return current.refusal();
    }

    synchronized Decision pay(long ucid, BigDecimal sum, boolean cash) {
        if (sum.signum() <= 0) {
            throw new IllegalArgumentException("sum must be positive: " + sum);
        }
        LocalDate today = today();
        return known(ucid, card -> {
            CardLimit spend = card.limit(LimitKind.SPEND);
            CardLimit withdrawal = card.limit(LimitKind.CASH);
            boolean covered = spend.remain(today).compareTo(sum) >= 0
                    && (!cash || withdrawal.remain(today).compareTo(sum) >= 0);
            if (!covered || !card.active || card.status != CardStatus.NORM) {
                return Decision.DECLINED;
            }
            spend.spend(sum, today);
            if (cash) {
                withdrawal.spend(sum, today);
            }
            return Decision.ACCEPTED;
        });
    }
}
