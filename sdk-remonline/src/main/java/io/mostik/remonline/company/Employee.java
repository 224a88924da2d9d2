package io.mostik.remonline.company;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.mostik.core.json.Model;
import io.mostik.core.json.Redacted;
import java.time.Instant;
import java.util.Optional;
import org.immutables.value.Value;

/** An employee. Names, phones and e-mail are not printed. */
@Value.Immutable
@JsonDeserialize(builder = Employee.Builder.class)
public interface Employee extends Model {

    /** Returns the id. */
    long id();

    /** Returns the first name. */
    @Redacted
    Optional<String> firstName();

    /** Returns the last name. */
    @Redacted
    Optional<String> lastName();

    /** Returns the phone. */
    @Redacted
    Optional<String> phone();

    /** Returns the e-mail. */
    @Redacted
    Optional<String> email();

    /** Returns the position. */
    Optional<String> position();

    /** Returns the day of hiring, as the vendor writes it. */
    Optional<String> hireDate();

    /** Returns the notes. */
    @Redacted
    Optional<String> notes();

    /** Returns whether the employee still works. */
    @JsonProperty("is_active")
    Optional<Boolean> isActive();

    /** Returns whether the employee was removed; told by the generations before version 2. */
    Optional<Boolean> deleted();

    /** Returns the login. */
    @Redacted
    Optional<String> login();

    /** Returns when the entry was made. */
    Optional<Instant> createdAt();

    /** Returns a builder, for tests of your own code. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds an employee. */
    final class Builder extends ImmutableEmployee.Builder {
        Builder() {}
    }
}
