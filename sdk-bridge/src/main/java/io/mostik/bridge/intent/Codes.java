package io.mostik.bridge.intent;

/** What the journal itself has to say, as keys of the messages. */
final class Codes {

    static final String ACCEPTED = "accepted";
    static final String WORKING = "working";
    static final String WAITING_FOR_ANOTHER = "waiting_for_another";
    static final String READING_BACK = "reading_back";
    static final String VENDOR_UNAVAILABLE = "vendor_unavailable";
    static final String CONNECTION_REFUSED = "connection_refused";
    static final String REFUSED_BY_VENDOR = "refused_by_vendor";
    static final String TOO_LATE = "too_late";
    static final String ACTION_MISSING = "action_missing";
    static final String ANSWER_LOST = "answer_lost";
    static final String BRIDGE_ERROR = "bridge_error";
    static final String SEND_AGAIN = "send_again";
    static final String SETTLED_HAPPENED = "settled_happened";
    static final String SETTLED_NOT_HAPPENED = "settled_not_happened";
    static final String BASE_HELD = "base_held";
    static final String IN_DOUBT = "in_doubt";
    static final String NOT_THERE = "not_there";
    static final String TAKEN_OVER = "taken_over";

    private Codes() {}
}
