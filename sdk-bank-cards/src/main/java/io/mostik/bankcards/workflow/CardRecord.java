package io.mostik.bankcards.workflow;

import io.mostik.bankcards.tbank.cards.Ucid;
import java.util.Objects;
import java.util.Optional;

/**
 * The owner of a card as the company records it; unknown to the bank. Of employee, client and manager neither blanks at
 * the ends nor the case of a GUID matter. Prints the card's id only.
 *
 * @param ucid the card
 * @param employee who holds it, such as a personnel number
 * @param client for which client it is
 * @param manager who looks after that client
 * @param shop the domain of the shop for which it is, normalised
 * @param branch the branch of the company that pays with it at that shop, if it is not the whole company
 * @param predecessor the card that it replaced
 */
public record CardRecord(
        Ucid ucid,
        Optional<String> employee,
        Optional<String> client,
        Optional<String> manager,
        Optional<String> shop,
        Optional<String> branch,
        Optional<Ucid> predecessor) {

    /** Rejects null components, and keeps the one spelling of each. */
    public CardRecord {
        Objects.requireNonNull(ucid, "ucid");
        employee = DirectoryKey.known(employee);
        client = DirectoryKey.known(client);
        manager = DirectoryKey.known(manager);
        shop = shop.map(ShopDomain::normalise);
        branch = branch.map(ShopPayment::plain);
        Objects.requireNonNull(predecessor, "predecessor");
    }

    /** Returns the record of a card that belongs to nobody yet. */
    public static CardRecord of(Ucid ucid) {
        Optional<String> nobody = Optional.empty();
        return new CardRecord(ucid, nobody, nobody, nobody, nobody, nobody, Optional.empty());
    }

    /**
     * Returns this record with another holder.
     *
     * @throws IllegalArgumentException if {@code id} is blank, longer than 200 characters, or the empty reference of 1C
     */
    public CardRecord employee(String id) {
        return new CardRecord(ucid, Optional.of(DirectoryKey.of("id", id)), client, manager, shop, branch, predecessor);
    }

    /** Returns this record without a holder: the card was taken back. */
    public CardRecord withoutEmployee() {
        return new CardRecord(ucid, Optional.empty(), client, manager, shop, branch, predecessor);
    }

    /** Returns this record with another client, and who looks after him. */
    public CardRecord client(String id, String managerId) {
        Optional<String> clientKey = Optional.of(DirectoryKey.of("id", id));
        Optional<String> managerKey = Optional.of(DirectoryKey.of("managerId", managerId));
        return new CardRecord(ucid, employee, clientKey, managerKey, shop, branch, predecessor);
    }

    /** Returns this record with another shop, for the whole company: an address or a domain. */
    public CardRecord shop(String addressOrDomain) {
        return new CardRecord(
                ucid, employee, client, manager, Optional.of(addressOrDomain), Optional.empty(), predecessor);
    }

    /** Returns this record with another shop, for one branch of the company. */
    public CardRecord shop(String addressOrDomain, String ofBranch) {
        return new CardRecord(
                ucid, employee, client, manager, Optional.of(addressOrDomain), Optional.of(ofBranch), predecessor);
    }

    CardRecord replacedBy(Ucid successor) {
        return new CardRecord(successor, employee, client, manager, shop, branch, Optional.of(ucid));
    }

    /** Returns the card alone. */
    @Override
    public String toString() {
        return "CardRecord[" + ucid + "]";
    }
}
