package io.mostik.pbx.vcclive.webhooks;

import java.util.Collection;
import java.util.Set;

/**
 * Whether an agent may log in. One refused project refuses the whole log-in, and the agent sees which it was.
 *
 * @param everything whether all projects are refused
 * @param refused ids of projects that are refused; the others are allowed
 */
public record LoginDecision(boolean everything, Set<Long> refused) {

    /** Keeps an unmodifiable copy. */
    public LoginDecision {
        refused = Set.copyOf(refused);
    }

    /** Returns the decision that allows all projects. */
    public static LoginDecision allow() {
        return new LoginDecision(false, Set.of());
    }

    /** Returns the decision that refuses all projects. */
    public static LoginDecision deny() {
        return new LoginDecision(true, Set.of());
    }

    /** Returns the decision that refuses these projects, and so the log-in if one of them is asked for. */
    public static LoginDecision refusing(Collection<Long> projectIds) {
        return new LoginDecision(false, Set.copyOf(projectIds));
    }

    /** Returns whether this project is allowed. */
    public boolean allows(long projectId) {
        return !everything && !refused.contains(projectId);
    }
}
