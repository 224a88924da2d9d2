package io.mostik.pbx.workflow;

import io.mostik.pbx.CallDirection;
import io.mostik.pbx.CallRecord;
import io.mostik.pbx.PhoneNumber;
import io.mostik.pbx.PhoneNumber.Kind;
import java.util.Optional;

/** Whether two pushes under one id can be about one call, by the parties that they name. */
final class CallParties {

    private CallParties() {}

    /** What the parties tell. */
    enum Verdict {
        /** The same party outside. */
        SAME,
        /** Nothing against it. */
        POSSIBLE,
        /** Only if the times say so: one caller, and two numbers outside that were called. */
        DOUBTFUL,
        /** Somebody else's call. */
        OTHER
    }

    static Verdict compare(CallRecord one, CallRecord other) {
        if (areOpposite(one.direction(), other.direction())) {
            Pair outside = new Pair(readable(one.remote()), readable(other.remote()));
            return outside.differ(Kind.PUBLIC) ? Verdict.OTHER : outside.verdict();
        }
        CallDirection direction = known(one.direction(), other.direction());
        Pair callers = new Pair(readable(one.caller()), readable(other.caller()));
        Pair called = new Pair(readable(one.called()), readable(other.called()));
        return switch (direction) {
            case INBOUND -> callers.differ(Kind.PUBLIC) ? Verdict.OTHER : callers.verdict();
            case OUTBOUND -> called.differ(Kind.PUBLIC) ? Verdict.OTHER : called.verdict();
            case INTERNAL -> callers.differ() && called.differ() ? Verdict.OTHER : Verdict.POSSIBLE;
            case UNKNOWN -> unknown(callers, called);
        };
    }

    /** Returns whether one says that the call came in, and the other that it went out. */
    static boolean areOpposite(CallDirection one, CallDirection other) {
        return isOutside(one) && isOutside(other) && one != other;
    }

    /** In whatever order they are compared: a party outside says more than an internal one, and that more than nothing. */
    private static CallDirection known(CallDirection one, CallDirection other) {
        boolean isFirst = isOutside(one) || (!isOutside(other) && one == CallDirection.INTERNAL);
        return isFirst ? one : other;
    }

    private static boolean isOutside(CallDirection direction) {
        return direction == CallDirection.INBOUND || direction == CallDirection.OUTBOUND;
    }

    /** Calls come in more often than they say so: the caller is the party outside unless it is an extension. */
    private static Verdict unknown(Pair callers, Pair called) {
        if (callers.differ(Kind.PUBLIC) || (callers.differ() && called.differ())) {
            return Verdict.OTHER;
        }
        if (callers.differ(Kind.SHORT)) {
            return called.same(Kind.PUBLIC) ? Verdict.SAME : Verdict.OTHER; // an outgoing call that was transferred
        }
        if (called.differ(Kind.PUBLIC)) {
            return callers.same(Kind.PUBLIC) ? Verdict.DOUBTFUL : Verdict.OTHER;
        }
        return callers.same(Kind.PUBLIC) || called.same(Kind.PUBLIC) ? Verdict.SAME : Verdict.POSSIBLE;
    }

    /** A withheld number is nobody's, and one that cannot be read may be anybody's. */
    private static Optional<PhoneNumber> readable(Optional<PhoneNumber> number) {
        return number.filter(known -> known.kind() == Kind.PUBLIC || known.kind() == Kind.SHORT);
    }

    private record Pair(Optional<PhoneNumber> one, Optional<PhoneNumber> other) {

        boolean differ() {
            return one.isPresent() && other.isPresent() && !one.equals(other);
        }

        boolean differ(Kind kind) {
            return differ() && both(kind);
        }

        boolean same(Kind kind) {
            return one.isPresent() && one.equals(other) && both(kind);
        }

        Verdict verdict() {
            return same(Kind.PUBLIC) ? Verdict.SAME : Verdict.POSSIBLE;
        }

        private boolean both(Kind kind) {
            return one.map(PhoneNumber::kind).equals(Optional.of(kind))
                    && other.map(PhoneNumber::kind).equals(Optional.of(kind));
        }
    }
}
