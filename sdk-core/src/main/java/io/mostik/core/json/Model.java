package io.mostik.core.json;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import java.util.Map;
import org.immutables.value.Value;

/** What all models share: nothing that a vendor sends is lost, even if this version of the SDK does not know it. */
public interface Model {

    /** Returns the properties that the SDK does not know, by the vendor's names. Not printed: they may be confidential. */
    @Value.Redacted
    @JsonAnyGetter
    @JsonAnySetter
    Map<String, Json> unknown();
}
