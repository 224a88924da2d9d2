package io.mostik.pbx.vipex.hooks;

import java.util.Properties;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;

/**
 * The names and words of the pushes of one PBX. The defaults are the SDK's own, to be replaced from the customer's sheet.
 * Immutable.
 */
@Value.Immutable
public interface HookProfile {

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

    /** Returns the name of an array of calls within the object that is pushed; what stands beside it holds for each call. */
    @Value.Default
    default String items() {
        return "";
    }

    /** Returns what makes a readable body of an encrypted one; nothing by default. */
    @Value.Default
    default UnaryOperator<byte[]> decoder() {
        return UnaryOperator.identity();
    }

    /** Returns the default profile of VIPeX. */
    static HookProfile vipex() {
        return builder().build();
    }

    /**
     * Returns the profile that a JSON object describes: {@code incoming} and {@code callData} with lists of names by
     * field, {@code zone}, {@code region}, {@code directionWords}, {@code outcomeWords}, {@code items}. Names that are
     * given come before the default ones.
     *
     * @throws IllegalArgumentException naming the setting that is unknown or cannot work
     */
    static HookProfile fromJson(String json) {
        return HookProfileReader.fromJson(json);
    }

    /**
     * Returns the profile that properties describe: as JSON, with lists separated by commas and a dot before what
     * stands in an object.
     *
     * @throws IllegalArgumentException naming the setting that is unknown or cannot work
     */
    static HookProfile fromProperties(Properties properties) {
        return HookProfileReader.fromProperties(properties);
    }

    /** Returns a builder with the defaults of VIPeX. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a profile. */
    final class Builder extends ImmutableHookProfile.Builder {
        Builder() {}
    }
}
