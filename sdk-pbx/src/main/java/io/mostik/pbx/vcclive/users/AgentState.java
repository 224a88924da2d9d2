package io.mostik.pbx.vcclive.users;

import io.mostik.core.json.OpenValue;

/**
 * What an agent is doing. An open set: a newer word is kept as it came.
 *
 * @param value the vendor's word
 */
public record AgentState(String value) implements OpenValue {

    /** Available for a call. */
    public static final AgentState AVAILABLE = new AgentState("AVAILABLE4CALL");

    /** Waits for a call. */
    public static final AgentState WAITING = new AgentState("WAITING4CALL");

    /** Waits for a call again. */
    public static final AgentState WAITING_FOR_RECALL = new AgentState("WAITING4RECALL");

    /** The phone rings. */
    public static final AgentState RINGING = new AgentState("RINGING");

    /** The other side rings. */
    public static final AgentState ORIGINATOR_RINGING = new AgentState("ORIGINATOR_RINGING");

    /** Talks. */
    public static final AgentState CALL = new AgentState("CALL");

    /** Holds the call. */
    public static final AgentState HOLD = new AgentState("HOLD");

    /** Prepares a call. */
    public static final AgentState PREWORK = new AgentState("PREWORK");

    /** Finishes a call. */
    public static final AgentState AFTERWORK = new AgentState("AFTERWORK");

    /** Works on an e-mail. */
    public static final AgentState EMAIL = new AgentState("EMAIL");

    /** Looks through tickets. */
    public static final AgentState TICKET_BROWSING = new AgentState("TICKET_BROWSING");

    /** Takes a break. */
    public static final AgentState BREAK = new AgentState("AUX");

    /** Not available. */
    public static final AgentState UNAVAILABLE = new AgentState("UNAVAILABLE");

    /** Checks that there is a value. */
    public AgentState {
        OpenValue.check(value);
    }
}
