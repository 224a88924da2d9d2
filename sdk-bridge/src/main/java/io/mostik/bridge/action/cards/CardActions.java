package io.mostik.bridge.action.cards;

import io.mostik.bankcards.tbank.TBank;
import io.mostik.bankcards.workflow.CardWorkflows;
import io.mostik.bridge.action.Action;
import io.mostik.bridge.action.ActionContext;
import io.mostik.bridge.action.ActionProvider;
import io.mostik.bridge.action.internal.PerConnection;
import java.util.List;

/** Gives {@code cards.limit.grant}, {@code cards.limit.close}, {@code cards.holder.note} and {@code cards.dismiss}. */
public final class CardActions implements ActionProvider {

    static final String VENDOR = "tbank";

    /** Creates the provider, for {@link java.util.ServiceLoader}. */
    public CardActions() {}

    @Override
    public List<Action> actions(ActionContext context) {
        PerConnection<TBank, CardWorkflows> cards = new PerConnection<>(
                context, TBank.class, (bank, store) -> CardWorkflows.of(bank, store, context.time()));
        return List.of(
                new GrantLimit(cards).in(context),
                new CloseLimit(cards).in(context),
                new NoteHolder(cards).in(context),
                new DismissEmployee(cards, context).action());
    }
}
