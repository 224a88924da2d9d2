package io.mostik.bridge.action;

import java.util.List;

/** Brings actions into the catalogue; given to the builder or found by {@link java.util.ServiceLoader}. */
@FunctionalInterface
public interface ActionProvider {

    /** Returns its actions, made once for each bridge. */
    List<Action> actions(ActionContext context);
}
