package io.mostik.remonline.finance;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.mostik.core.json.Json;
import io.mostik.core.json.Model;
import java.util.Optional;
import org.immutables.value.Value;

/** An account of money, such as a cash register. */
@Value.Immutable
@JsonDeserialize(builder = Account.Builder.class)
public interface Account extends Model {

    /** Returns its id. */
    long id();

    /** Returns its name. */
    @JsonAlias("name")
    Optional<String> title();

    /** Returns its kind; the values are not documented. */
    Optional<Json> type();

    /** Returns a builder, for tests of your own code. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds an account. */
    final class Builder extends ImmutableAccount.Builder {
        Builder() {}
    }
}
