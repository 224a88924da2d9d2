package io.mostik.pbx.webhooks;

import io.mostik.pbx.CallDirection;
import io.mostik.pbx.internal.CaseInsensitiveObject;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How the direction of a call follows from a field that is not about directions: from its being there, or from its value.
 *
 * @param at where the field is, as a path
 * @param matches what the whole value looks like, as a regular expression; anything that is not empty if this is missing
 * @param without a field that must be missing or empty
 * @param is the direction that follows
 */
public record DirectionRule(String at, Optional<Pattern> matches, Optional<String> without, CallDirection is) {

    boolean applies(CaseInsensitiveObject item) {
        boolean fits = text(item, at)
                .filter(text -> matches.filter(pattern -> !pattern.matcher(text).matches())
                        .isEmpty())
                .isPresent();
        return fits && without.flatMap(path -> text(item, path)).isEmpty();
    }

    private static Optional<String> text(CaseInsensitiveObject item, String path) {
        return item.find(CaseInsensitiveObject.path(path))
                .flatMap(FieldMap::textOf)
                .filter(text -> !text.isBlank());
    }
}
