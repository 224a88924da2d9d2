package io.mostik.bankcards.workflow;

import io.mostik.bankcards.tbank.cards.Ucid;
import io.mostik.core.StateStore;
import io.mostik.core.once.Records;
import io.mostik.core.once.Versioned;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Cards by one property of their records. Names at least all cards that have the property; one that has lost it may still
 * be named, so that nothing is lost when two nodes change a card at once. Thread-safe.
 */
final class CardIndex {

    private final Records<Cards> lists;

    CardIndex(StateStore store, String property) {
        this.lists = Records.of(store, "cards/of-" + property + "/", Cards.class);
    }

    /** The cards of one value. */
    record Cards(List<Ucid> ucids) {

        Cards {
            ucids = List.copyOf(ucids);
        }

        Cards with(Ucid ucid) {
            TreeSet<Ucid> all = new TreeSet<>(ucids);
            all.add(ucid);
            return new Cards(List.copyOf(all));
        }

        Cards without(Ucid ucid) {
            return new Cards(ucids.stream().filter(one -> !one.equals(ucid)).toList());
        }
    }

    List<Ucid> of(String value) {
        return lists.find(value).map(known -> known.value().ucids()).orElse(List.of());
    }

    void add(Optional<String> value, Ucid ucid) {
        if (value.isPresent() && !of(value.get()).contains(ucid)) {
            Versioned<Cards> unused = lists.update(
                    value.get(), known -> known.orElse(new Cards(List.of())).with(ucid));
        }
    }

    void remove(Optional<String> value, Ucid ucid) {
        if (value.isPresent() && of(value.get()).contains(ucid)) {
            Versioned<Cards> unused = lists.update(
                    value.get(), known -> known.orElse(new Cards(List.of())).without(ucid));
        }
    }
}
