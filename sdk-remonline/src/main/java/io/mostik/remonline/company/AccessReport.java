package io.mostik.remonline.company;

import io.mostik.core.ApiException;
import io.mostik.core.NotFoundException;
import io.mostik.remonline.common.Named;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a key may see, dictionary by dictionary.
 *
 * @param parts one for each dictionary asked for
 */
public record AccessReport(List<Part> parts) {

    private static final String WAREHOUSES = "warehouses";
    private static final String CASHBOXES = "cashboxes";

    /** Keeps an unchangeable copy. */
    public AccessReport {
        parts = List.copyOf(parts);
    }

    /**
     * One dictionary.
     *
     * @param name such as {@code locations}
     * @param visible what the first page shows
     * @param refusal the vendor's answer where it refused
     */
    public record Part(String name, List<Named> visible, Optional<ApiException> refusal) {

        /** Keeps an unchangeable copy. */
        public Part {
            Objects.requireNonNull(name, "name");
            visible = List.copyOf(visible);
            Objects.requireNonNull(refusal, "refusal");
        }

        /** Returns one line without names. */
        private boolean isGone() {
            return refusal.filter(NotFoundException.class::isInstance).isPresent();
        }

        @Override
        public String toString() {
            return name
                    + refusal.map(answer -> ": refused with " + answer.status())
                            .orElseGet(() -> visible.isEmpty() ? ": nothing" : ": " + visible.size() + " visible");
        }
    }

    /** Returns one dictionary by its name. */
    public Optional<Part> part(String name) {
        return parts.stream().filter(part -> part.name().equals(name)).findFirst();
    }

    /** Returns the dictionaries of which the key sees nothing: the likely reason of empty lists. */
    public List<Part> blind() {
        return parts.stream().filter(part -> part.visible().isEmpty()).toList();
    }

    /**
     * Returns whether the generation before version 2 seems to have ended: none of its dictionaries is where it was. A
     * key without rights is refused in other words.
     */
    public boolean generationBeforeEnded() {
        List<Part> before = Stream.of(WAREHOUSES, CASHBOXES)
                .flatMap(name -> part(name).stream())
                .toList();
        return !before.isEmpty() && before.stream().allMatch(Part::isGone);
    }
}
