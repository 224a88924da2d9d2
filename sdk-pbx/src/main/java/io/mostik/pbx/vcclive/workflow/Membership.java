package io.mostik.pbx.vcclive.workflow;

/**
 * What is remembered of a member of an audience who has left it at least once. Times are texts of the audience, the later
 * one being the greater text.
 *
 * @param leftAt when the member left last; {@link #NO_TIME} if the audience does not say
 * @param joinedAt when the member came back last; empty if never
 */
record Membership(String leftAt, String joinedAt) {

    /** Greater than any time: nobody can tell that a subscription is later. */
    static final String NO_TIME = "~";

    static Membership left(String firedAt) {
        return new Membership(firedAt.isEmpty() ? NO_TIME : firedAt, "");
    }

    boolean isGone() {
        return joinedAt.compareTo(leftAt) <= 0;
    }

    Membership leftAgain(String firedAt) {
        String at = left(firedAt).leftAt();
        return at.compareTo(leftAt) > 0 ? new Membership(at, joinedAt) : this;
    }

    /** A subscription of before the departure is an old one that was sent again. */
    Membership joinedAgain(String firedAt) {
        return isGone() && firedAt.compareTo(leftAt) > 0 ? new Membership(leftAt, firedAt) : this;
    }
}
