package io.mostik.bridge.action.base;

import io.mostik.bridge.action.Action;
import io.mostik.bridge.action.ActionContext;
import io.mostik.bridge.action.ActionProvider;
import java.util.List;

/** Gives {@code base.event} and {@code notice}. */
public final class TellingActions implements ActionProvider {

    /** Creates the provider, for {@link java.util.ServiceLoader}. */
    public TellingActions() {}

    @Override
    public List<Action> actions(ActionContext context) {
        return List.of(new TellBase(), new Notice());
    }
}
