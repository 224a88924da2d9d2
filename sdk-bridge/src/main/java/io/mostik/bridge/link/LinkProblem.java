package io.mostik.bridge.link;

import java.util.Objects;

/**
 * Something about a file of links that is wrong, or looks so.
 *
 * @param line the line it is at, from 1 on; 0 if it is about the whole
 * @param place where in the file, such as {@code links.newsletter-to-calls.map.phone1}
 * @param reason what is wrong, in one line
 * @param isWarning whether the links can run all the same
 */
public record LinkProblem(int line, String place, String reason, boolean isWarning) {

    /** Checks that no part is missing. */
    public LinkProblem {
        Objects.requireNonNull(place, "place");
        Objects.requireNonNull(reason, "reason");
    }

    static LinkProblem error(int line, String place, String reason) {
        return new LinkProblem(line, place, reason, false);
    }

    static LinkProblem warning(int line, String place, String reason) {
        return new LinkProblem(line, place, reason, true);
    }

    /** Returns it as people read it: {@code line 14, links.calls.map.phone1: the region is not known}. */
    @Override
    public String toString() {
        String where = line > 0 ? "line " + line + (place.isEmpty() ? "" : ", " + place) : place;
        return (where.isEmpty() ? "" : where + ": ") + reason;
    }
}
