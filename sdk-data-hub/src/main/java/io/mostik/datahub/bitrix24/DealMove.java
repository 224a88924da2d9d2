package io.mostik.datahub.bitrix24;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.mostik.core.json.Model;
import java.time.Instant;
import org.immutables.value.Value;

/**
 * A deal that came to a stage. The names of the fields are those of the vendor's page.
 *
 * @see <a href="https://dev.1c-bitrix.ru/rest_help/crm/stagehistory.php">the vendor's page</a>
 */
@Value.Immutable
@JsonDeserialize(builder = DealMove.Builder.class)
public interface DealMove extends Model {

    /** Returns the id of the entry. */
    @JsonProperty("ID")
    long id();

    /** Returns the id of the deal. */
    @JsonProperty("OWNER_ID")
    long dealId();

    /** Returns when it came to the stage. */
    @JsonProperty("CREATED_TIME")
    Instant at();

    /** Returns the id of the stage. Inferred for deals from the neighbours of the page's own fields. */
    @JsonProperty("STAGE_ID")
    String stageId();

    /** Builds a move. */
    final class Builder extends ImmutableDealMove.Builder {
        Builder() {}
    }
}
