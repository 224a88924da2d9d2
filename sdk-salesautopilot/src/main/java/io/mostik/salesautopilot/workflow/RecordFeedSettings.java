package io.mostik.salesautopilot.workflow;

import io.mostik.salesautopilot.ids.FieldName;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import org.immutables.value.Value;

/** How a feed of new records reads; see {@link MarketingWorkflows#newRecords}. */
@Value.Immutable
public interface RecordFeedSettings {

    /** Returns how many records to ask for at once; 200 by default. It grows by itself where a second holds more. */
    @Value.Default
    default int chunk() {
        return 200;
    }

    /**
     * Returns how far back each reading looks again, for records that come in late or with an earlier time; 65 minutes by
     * default, since the vendor's local time jumps back an hour in autumn.
     */
    @Value.Default
    default Duration overlap() {
        return Duration.ofMinutes(65);
    }

    /** Returns the zone of the vendor's times; Europe/Budapest by default, which is an assumption. */
    @Value.Default
    default ZoneId zone() {
        return ZoneId.of("Europe/Budapest");
    }

    /** Returns which columns to read; all by default. Id and time of sign-up always come along. */
    List<FieldName> columns();

    /** Refuses chunks below 1 and an overlap below a second. */
    @Value.Check
    default void check() {
        if (chunk() < 1) {
            throw new IllegalArgumentException("chunk must be at least 1");
        }
        if (overlap().compareTo(Duration.ofSeconds(1)) < 0) {
            throw new IllegalArgumentException("overlap must be at least a second");
        }
    }

    /** Returns a builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Collects the settings. */
    final class Builder extends ImmutableRecordFeedSettings.Builder {
        Builder() {}
    }
}
