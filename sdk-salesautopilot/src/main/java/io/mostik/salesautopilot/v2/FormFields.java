package io.mostik.salesautopilot.v2;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.mostik.core.json.Model;
import java.util.List;
import java.util.Map;
import org.immutables.value.Value;

/** The fields of a form, and the columns of its list. */
@Value.Immutable
@JsonDeserialize(builder = FormFields.Builder.class)
public interface FormFields extends Model {

    /** Returns the fields of the form. */
    @JsonAlias("formfields")
    List<FormField> formFields();

    /** Returns the columns of the list by technical name. */
    Map<String, ListField> listFields();

    /** Returns a builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Collects the values. */
    final class Builder extends ImmutableFormFields.Builder {
        Builder() {}
    }
}
