package io.mostik.bankcards.workflow;

import io.mostik.bankcards.tbank.cards.Ucid;
import java.util.Objects;
import java.util.Optional;

/**
 * To whom a card belongs, in the company's own words; the bank does not know. Prints the card only.
 *
 * @param ucid the card
 * @param employee who holds it, such as a personnel number
 * @param client for which client it is
 * @param manager who looks after that client
 * @param shop the domain of the shop for which it is, normalised
 * @param predecessor the card that it replaced
 */
public record CardRecord(
        Ucid ucid,
        Optional<String> employee,
        Optional<String> client,
        Optional<String> manager,
        Optional<String> shop,
        Optional<Ucid> predecessor) {

    /** Refuses missing parts. */
    public CardRecord {
        Objects.requireNonNull(ucid, "ucid");
        Objects.requireNonNull(employee, "employee");
        Objects.requireNonNull(client, "client");
        Objects.requireNonNull(manager, "manager");
        shop = shop.map(ShopDomain::normalise);
        Objects.requireNonNull(predecessor, "predecessor");
    }

    /** Returns the record of a card that belongs to nobody yet. */
    public static CardRecord of(Ucid ucid) {
        Optional<String> nobody = Optional.empty();
        return new CardRecord(ucid, nobody, nobody, nobody, nobody, Optional.empty());
    }

    /** Returns this record with another holder. */
    public CardRecord employee(String id) {
        return new CardRecord(ucid, Optional.of(id), client, manager, shop, predecessor);
    }

    /** Returns this record with another client, and who looks after him. */
    public CardRecord client(String id, String managerId) {
        return new CardRecord(ucid, employee, Optional.of(id), Optional.of(managerId), shop, predecessor);
    }

    /** Returns this record with another shop: an address or a domain. */
    public CardRecord shop(String addressOrDomain) {
        return new CardRecord(ucid, employee, client, manager, Optional.of(addressOrDomain), predecessor);
    }

    CardRecord replacedBy(Ucid successor) {
        return new CardRecord(successor, employee, client, manager, shop, Optional.of(ucid));
    }

    /** Returns the card alone. */
    @Override
    public String toString() {
        return "CardRecord[" + ucid + "]";
    }
}
