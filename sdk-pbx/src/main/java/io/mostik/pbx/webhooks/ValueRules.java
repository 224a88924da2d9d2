package io.mostik.pbx.webhooks;

import io.mostik.pbx.CallDirection;
import io.mostik.pbx.CallOutcome;
import io.mostik.pbx.PhoneNumber;
import io.mostik.pbx.PhoneReader;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
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

    /** Returns what status words tell about how far a call has come. */
    Map<String, EventPhase> phaseWords();

    /** Returns how the PBX writes numbers. */
    @Value.Default
    default PhoneReader.Style numberStyle() {
        return PhoneReader.Style.ANY;
    }

    /** Returns what an extension looks like, as a regular expression; two to five digits, if nothing else is said. */
    Optional<String> extensionPattern();

    /** Returns further words that mean a number that is not shown. */
    List<String> withheldWords();

    /** Returns what is cut out of numbers before they are read, as a regular expression, such as {@code ^DID-}. */
    @Value.Default
    default String numberStrip() {
        return "";
    }

    /** Returns values that mean nothing, as regular expressions for all of a value; by default a variable left unfilled. */
    @Value.Default
    default List<String> absent() {
        return List.of("\\{\\{[^{}]*}}");
    }

    /** Returns patterns of {@code DateTimeFormatter} by which times are read before the usual ones. */
    List<String> timePatterns();

    /** Returns the unit of durations that are numbers: seconds by default, or milliseconds. */
    @Value.Default
    default ChronoUnit durationUnit() {
        return ChronoUnit.SECONDS;
    }

    /** Returns where a duration is within a text: a regular expression with one group. */
    Optional<String> durationPattern();

    /** Returns the reader of numbers that these rules describe. */
    @Value.Lazy
    default PhoneReader phones() {
        PhoneReader reader = PhoneReader.of(region())
                .style(numberStyle())
                .withheldWords(withheldWords().toArray(String[]::new));
        return extensionPattern().map(reader::extensions).orElse(reader);
    }

    /** Returns the patterns of {@link #absent()} in one. */
    @Value.Lazy
    default Pattern absentPattern() {
        return Pattern.compile(
                absent().isEmpty() ? "(?!)" : "(?:" + String.join(")|(?:", absent()) + ")", Pattern.CASE_INSENSITIVE);
    }

    /** Refuses a region that is not known, and patterns that are none. */
    @Value.Check
    default void check() {
        checked("region", () -> PhoneReader.of(region()));
        checked("extensionPattern", () -> extensionPattern().map(Pattern::compile));
        checked("numberStrip", () -> Pattern.compile(numberStrip()));
        checked("absent", this::absentPattern);
        checked(
                "timePatterns",
                () -> timePatterns().stream().map(DateTimeFormatter::ofPattern).toList());
        checked("durationPattern", () -> durationPattern().map(Pattern::compile));
        boolean isUnit = durationUnit() == ChronoUnit.SECONDS || durationUnit() == ChronoUnit.MILLIS;
        if (!isUnit
                || durationPattern()
                        .filter(text -> Pattern.compile(text).matcher("").groupCount() != 1)
                        .isPresent()) {
            throw new IllegalArgumentException("durationUnit is SECONDS or MILLIS, and durationPattern has one group");
        }
    }

    private static void checked(String setting, Supplier<?> work) {
        try {
            Object unused = work.get();
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(setting + ": " + e.getMessage(), e);
        }
    }

    /** Returns what a status word tells about how far a call has come. */
    default Optional<EventPhase> phase(String word) {
        return Optional.ofNullable(Vocabulary.fold(phaseWords()).get(Vocabulary.fold(word)));
    }

    /** Returns the direction that a word means. */
    default CallDirection direction(String word) {
        CallDirection own = Vocabulary.fold(directionWords()).get(Vocabulary.fold(word));
        return own != null ? own : Vocabulary.DIRECTIONS.getOrDefault(Vocabulary.fold(word), CallDirection.UNKNOWN);
    }

    /** Returns the outcome that a word means. */
    default CallOutcome outcome(String word) {
        CallOutcome own = Vocabulary.fold(outcomeWords()).get(Vocabulary.fold(word));
        return own != null ? own : Vocabulary.OUTCOMES.getOrDefault(Vocabulary.fold(word), CallOutcome.UNKNOWN);
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
