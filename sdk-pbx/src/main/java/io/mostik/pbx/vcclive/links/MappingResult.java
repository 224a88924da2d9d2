package io.mostik.pbx.vcclive.links;

import io.mostik.pbx.vcclive.records.FormValue;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a mapping made of the fields of a source. Prints what is missing, not what is there.
 *
 * @param form the custom fields of the record
 * @param unmapped the fields that did not get into it
 */
public record MappingResult(Map<String, FormValue> form, List<SkippedField> unmapped) {

    /** Keeps unmodifiable copies. */
    public MappingResult {
        form = Collections.unmodifiableMap(new LinkedHashMap<>(form));
        unmapped = List.copyOf(unmapped);
    }

    /** Returns whether everything required is there, and anything at all. */
    public boolean isUsable() {
        return !form.isEmpty() && unmapped.stream().noneMatch(field -> field.reason() == SkippedField.Reason.REQUIRED);
    }
}
