package io.mostik.bankcards.workflow;

import static io.mostik.bankcards.workflow.CardRefusedException.refuseIf;

import io.mostik.bankcards.tbank.cards.Ucid;
import io.mostik.bankcards.workflow.Allowance.State;
import io.mostik.bankcards.workflow.AmendSteps.Amend;
import io.mostik.bankcards.workflow.CardOwners.Place;
import io.mostik.bankcards.workflow.CardRefusedException.Reason;
import io.mostik.bankcards.workflow.HandOverSteps.HandOver;
import io.mostik.core.once.KeyReuseException;
import io.mostik.core.once.OnceResult;
import io.mostik.core.once.OnceWrites;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/** Changes of orders that are granted: another sum, another card. Thread-safe. */
final class OrderChanges {

    private final CardOwners owners;
    private final OnceWrites<Grant, LimitBefore, Instant> grants;
    private final OnceWrites<Amend, LimitBefore, Boolean> amends;
    private final OnceWrites<HandOver, HandOverSteps.BothBefore, Instant> handOvers;

    OrderChanges(CardOwners owners, CardWrites writes) {
        this.owners = owners;
        this.grants = writes.grants();
        this.amends = writes.amends();
        this.handOvers = writes.handOvers();
    }

    /** Returns where an order is, if it was ever granted. */
    Optional<Place> place(String order) {
        return owners.findPlace(order)
                .or(() -> grants.asked(order).map(grant -> new Place(grant.ucid(), 0)))
                .map(known -> new Place(owners.current(known.ucid()), known.revision()));
    }

    /** Gives an order another sum; in state {@code CHANGING} if that is not certain yet. */
    Allowance amend(String order, BigDecimal sum) {
        Place place = known(order);
        Allowance now = allowance(place, order);
        if (now.state() == State.GRANTED && now.sum().compareTo(sum) == 0) {
            return now;
        }
        Amend amend = new Amend(place.ucid(), order, now.sum(), sum);
        return told(place, order, perform(amends, id(order, place), amend));
    }

    /** Moves an order to another card; in state {@code CHANGING} if that is not certain yet. */
    Allowance handOver(String order, Ucid card) {
        Place place = known(order);
        Ucid to = owners.current(card);
        Allowance now = allowance(place, order);
        if (place.ucid().equals(to)) {
            return now;
        }
        HandOver asked = new HandOver(order, place.ucid(), to, now.sum());
        return told(place, order, perform(handOvers, id(order, place), asked));
    }

    /** Goes on with a change that was begun and not ended. */
    void goOn(String order) {
        Place place = known(order);
        String id = id(order, place);
        amends.asked(id).ifPresent(asked -> perform(amends, id, asked));
        handOvers.asked(id).ifPresent(asked -> perform(handOvers, id, asked));
    }

    private Place known(String order) {
        Optional<Place> place = place(order);
        refuseIf(place.isEmpty(), Reason.UNKNOWN_ORDER);
        return place.get();
    }

    private Allowance allowance(Place place, String order) {
        Optional<Allowance> now = owners.find(place.ucid()).order(order).filter(Allowance::isOpen);
        refuseIf(now.isEmpty(), Reason.CLOSED);
        return now.get();
    }

    private <P, S, R> OnceResult<R> perform(OnceWrites<P, S, R> writes, String id, P asked) {
        try {
            return GrantRetry.untilUntouched(() -> writes.perform(id, asked));
        } catch (KeyReuseException | CardReplacedException e) {
            throw new CardRefusedException(Reason.BUSY);
        }
    }

    private Allowance told(Place before, String order, OnceResult<?> result) {
        Place place = place(order).orElse(before);
        Optional<Allowance> now = owners.find(place.ucid()).order(order);
        refuseIf(now.isEmpty(), Reason.CLOSED);
        return result instanceof OnceResult.Done
                ? now.get()
                : now.get().in(State.CHANGING, now.get().at());
    }

    private static String id(String order, Place place) {
        return order + "/" + place.revision();
    }
}
