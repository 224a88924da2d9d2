package io.mostik.bridge.action;

import java.util.List;

/** Gives actions to the bridge. Found by {@link java.util.ServiceLoader}, or handed to the builder of the bridge. */
@FunctionalInterface
public interface ActionProvider {

    /** Returns the actions, made anew for one bridge. */
    List<Action> actions(ActionContext context);
}
