package io.mostik.bridge.action.calls;

import io.mostik.bridge.action.Action;
import io.mostik.bridge.action.ActionContext;
import io.mostik.bridge.action.ActionProvider;
import java.util.List;

/** Gives {@code calls.start}. */
public final class CallActions implements ActionProvider {

    /** Creates the provider, for {@link java.util.ServiceLoader}. */
    public CallActions() {}

    @Override
    public List<Action> actions(ActionContext context) {
        return List.of(StartCall.in(context));
    }
}
