package io.mostik.pbx.vipex.hooks;

import io.mostik.pbx.CallDirection;
import io.mostik.pbx.CallOutcome;
import io.mostik.pbx.PhoneNumber;
import java.time.ZoneId;
import java.util.Map;
import org.immutables.value.Value;

/** How the words, times and numbers of a push are understood. Words are compared in any case. Immutable. */
@Value.Immutable
public interface ValueRules {

    /** Returns the zone of times that name none; Europe/Budapest by default. */
    @Value.Default
    default ZoneId zone() {
        return ZoneId.of("Europe/Budapest");
    }

    /** Returns the region whose national numbers are read; two letters. */
    @Value.Default
    default String region() {
        return PhoneNumber.HUNGARY;
    }

    /** Returns further words for directions; they win over the known ones. */
    Map<String, CallDirection> directionWords();

    /** Returns further words for outcomes; they win over the known ones. */
    Map<String, CallOutcome> outcomeWords();

    /** Refuses a region that is not known. */
    @Value.Check
    default void check() {
        PhoneNumber.of("", region());
    }

    /** Returns the direction that a word means. */
    default CallDirection direction(String word) {
        CallDirection own = Words.fold(directionWords()).get(Words.fold(word));
        return own != null ? own : Words.DIRECTIONS.getOrDefault(Words.fold(word), CallDirection.UNKNOWN);
    }

    /** Returns the outcome that a word means. */
    default CallOutcome outcome(String word) {
        CallOutcome own = Words.fold(outcomeWords()).get(Words.fold(word));
        return own != null ? own : Words.OUTCOMES.getOrDefault(Words.fold(word), CallOutcome.UNKNOWN);
    }

    /** Returns the rules of the default profile. */
    static ValueRules standard() {
        return builder().build();
    }

    /** Returns a builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds rules. */
    final class Builder extends ImmutableValueRules.Builder {
        Builder() {}
    }
}
