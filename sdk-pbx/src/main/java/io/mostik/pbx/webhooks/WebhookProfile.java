package io.mostik.pbx.webhooks;

import io.mostik.core.webhook.WebhookReply;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.immutables.value.Value;

/**
 * How the pushes of one PBX are read: names of fields, words, time zone. The defaults are the SDK's own and no vendor's;
 * replace them from the vendor's sheet, in code or in a file. Immutable.
 */
@Value.Immutable
public interface WebhookProfile {

    /** Returns under which names the fields of an incoming call are looked for. */
    @Value.Default
    default FieldMap incoming() {
        return FieldMap.incoming();
    }

    /** Returns under which names the fields of a call's data are looked for. */
    @Value.Default
    default FieldMap callData() {
        return FieldMap.callData();
    }

    /** Returns how words, times and numbers are understood. */
    @Value.Default
    default ValueRules values() {
        return ValueRules.standard();
    }

    /**
     * Returns the name of an array of calls within the object that is pushed; properties beside it apply to each call.
     */
    @Value.Default
    default String items() {
        return "";
    }

    /**
     * Returns what the event words say, where several events come to one address. If there are any, a push with another word
     * is answered as received and tells of no call.
     */
    Map<String, EventRule> events();

    /** Returns how the direction follows where no word says it; the first rule that applies counts. */
    List<DirectionRule> directionRules();

    /**
     * Returns whether the outcome follows from the events where no word says it: after {@code ANSWERED} the call was answered, an
     * end without one means that it was missed. For a PBX that tells each answer; false by default.
     */
    @Value.Default
    default boolean outcomeFromPhases() {
        return false;
    }

    /**
     * Returns whether the moment of receipt stands for times that the PBX never sends; false by default. A {@code CallTracker}
     * fills them in and lists them in {@code CallRecord.timesOfReceipt()}.
     */
    @Value.Default
    default boolean timesFromReceipt() {
        return false;
    }

    /** Returns which part of an id is that of the call, where the id names a part of it: a regular expression with one group. */
    Optional<String> callIdPattern();

    /** Returns the names of properties that a repeated push changes, such as a count of tries; they are left out. */
    List<String> retryFields();

    /** Returns the answer to a push that was taken; {@code 200 OK} by default. */
    @Value.Default
    default WebhookReply reply() {
        return WebhookReply.ok();
    }

    /** Returns the query parameter whose value is the answer when the PBX checks the address. */
    Optional<String> echo();

    /** Returns what an event word says. */
    default EventRule rule(Optional<String> word) {
        if (events().isEmpty()) {
            return new EventRule(Optional.empty(), Optional.empty(), Optional.empty());
        }
        return word.map(found -> Vocabulary.fold(events()).get(Vocabulary.fold(found)))
                .orElse(EventRule.IGNORED);
    }

    /** Returns the id of the call that the id of a part names; empty if there is no {@link #callIdPattern()}. */
    default Optional<String> callOfPart(String id) {
        return callIdPattern()
                .map(pattern -> Pattern.compile(pattern).matcher(id))
                .filter(Matcher::matches)
                .map(found -> found.group(1));
    }

    /** Refuses a pattern that is none. */
    @Value.Check
    default void check() {
        if (callIdPattern()
                .filter(text -> Pattern.compile(text).matcher("").groupCount() != 1)
                .isPresent()) {
            throw new IllegalArgumentException("callIdPattern must have one group");
        }
    }

    /** Returns what makes a readable body of an encrypted one; nothing by default. */
    @Value.Default
    default UnaryOperator<byte[]> decoder() {
        return UnaryOperator.identity();
    }

    /**
     * Returns the profile that a JSON object describes, the {@code webhooks} part of a {@code pbx.json}. Names of fields that are
     * given come before the default ones; as <code>{"=": [...]}</code> in their place.
     *
     * @throws IllegalArgumentException naming the setting that is unknown or cannot work
     */
    static WebhookProfile fromJson(String json) {
        return WebhookProfileReader.fromJson(json);
    }

    /**
     * Returns the profile that properties describe: as JSON, with lists separated by commas and a dot before what
     * stands in an object.
     *
     * @throws IllegalArgumentException naming the setting that is unknown or cannot work
     */
    static WebhookProfile fromProperties(Properties properties) {
        return WebhookProfileReader.fromProperties(properties);
    }

    /** Returns a builder with the SDK's defaults. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a profile. */
    final class Builder extends ImmutableWebhookProfile.Builder {
        Builder() {}
    }
}
