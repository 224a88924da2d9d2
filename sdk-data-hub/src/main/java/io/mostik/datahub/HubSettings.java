package io.mostik.datahub;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.mostik.core.json.Model;
import io.mostik.datahub.calc.Calculation;
import io.mostik.datahub.checks.Findings;
import io.mostik.datahub.checks.InvalidSettingsException;
import io.mostik.datahub.filter.Dictionaries;
import io.mostik.datahub.filter.FilterRule;
import io.mostik.datahub.report.HubColumn;
import io.mostik.datahub.statuses.StatusMapping;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Everything that the wizard of the hub asks for but the API key, as one JSON document with a version. Properties that
 * this SDK does not know are kept and written back. The key is no part of it, and a connection refuses a document that
 * holds it.
 */
@Value.Immutable
@JsonDeserialize(builder = HubSettings.Builder.class)
@JsonSerialize(as = ImmutableHubSettings.class)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public interface HubSettings extends Model {

    /** The version of documents that this SDK writes. */
    int VERSION = 1;

    /** Returns the version of the document. */
    @Value.Default
    default int version() {
        return VERSION;
    }

    /** Returns in which zone days begin and end, such as {@code Europe/Kyiv}; UTC by default, never the machine's. */
    @Value.Default
    default String zone() {
        return "UTC";
    }

    /** Returns the rules of the filter; all orders are delivered by default. */
    List<FilterRule> filter();

    /** Returns which statuses count as what. Without it all orders are unmapped. */
    Optional<StatusMapping> mapping();

    /** Returns how cost and sales volume come about; not at all by default. */
    @Value.Default
    default Calculation calculation() {
        return Calculation.none();
    }

    /**
     * Returns the columns that records get beside those that all have, by the names of {@link HubColumn#MORE} or as
     * {@code custom.<key>}; none by default. A refresh after a change fills them for all orders.
     */
    List<String> columns();

    /** Returns all columns of its records, in their order. */
    @JsonIgnore
    default List<HubColumn> allColumns() {
        return HubColumn.with(columns());
    }

    /**
     * Reads a document.
     *
     * @throws InvalidSettingsException if it is no such document, or of a newer version; tells where, by a path. Whether
     *     an account has what it names is known to {@link #check}
     */
    static HubSettings fromJson(String json) {
        return SettingsDocument.read(json);
    }

    /** Returns the document, in one line. */
    @Override
    default String toJson() {
        return SettingsDocument.write(this);
    }

    /** Returns everything that is wrong for an account, errors and warnings, by paths of the document. */
    default Findings check(Dictionaries account) {
        return SettingsDocument.check(this, account);
    }

    /** Returns a builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds settings. */
    final class Builder extends ImmutableHubSettings.Builder {
        Builder() {}
    }
}
