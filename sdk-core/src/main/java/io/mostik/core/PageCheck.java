package io.mostik.core;

import java.util.HashSet;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Finds out, page by page, where a vendor contradicts itself: a token or a page that comes again, empty pages without end, a
 * last page before all rows that were counted. Belongs to one walk.
 */
final class PageCheck {

    private static final int MOST_EMPTY_PAGES = 50;
    private static final int LONGEST_NUMBER = 9;

    private final int mostStale;
    private final Set<String> tokens = new HashSet<>();
    private String token = "";
    private int pages;
    private long received;
    private long delivered;
    private boolean counted = true;
    private int stale;
    private int empty;

    /** @param keyed whether rows are told apart: then one page may come of rows that moved while we read */
    PageCheck(boolean keyed) {
        this.mostStale = keyed ? 2 : 1;
    }

    void received(String asked, Page<?> page) {
        token = asked;
        tokens.add(asked);
        pages++;
        received += PartialList.came(page.items());
        counted &= page.total().isPresent();
    }

    /**
     * Returns whether a page that equals the one before is proven to be data: the vendor made a new token for it, or counts
     * more rows than came before.
     */
    boolean expectsEqualPage(OptionalLong total) {
        return !isNumber(token) || (total.isPresent() && received <= total.getAsLong());
    }

    /**
     * Returns what is wrong after a page.
     *
     * @param fresh how many of its rows are handed on
     */
    Optional<DecodingException> faultAfter(Page<?> page, int fresh) {
        delivered += fresh == 0 ? 0 : fresh + page.skipped();
        empty = page.items().isEmpty() ? empty + 1 : 0;
        stale = fresh == 0 && empty == 0 ? stale + 1 : 0;
        if (stale >= mostStale) {
            return reaches(delivered, page.total()) ? Optional.empty() : fault("brings only rows that came before");
        }
        if (page.next().filter(tokens::contains).isPresent()) {
            return fault("names as the next a page that came before");
        }
        if (empty > MOST_EMPTY_PAGES) {
            return fault("is the " + empty + "th empty one in a row");
        }
        boolean contradicted = page.next().isEmpty() && counted && !reaches(received, page.total());
        return contradicted
                ? fault("is the last, after " + received + " of " + page.total().orElse(0) + " rows")
                : Optional.empty();
    }

    /** Returns whether the walk is over because the vendor answers its last page again and again, and all rows came. */
    boolean isOver() {
        return stale >= mostStale;
    }

    private static boolean reaches(long rows, OptionalLong total) {
        return total.isPresent() && rows >= total.getAsLong();
    }

    private Optional<DecodingException> fault(String what) {
        String name = isNumber(token) ? " (" + token + ")" : "";
        return Optional.of(new DecodingException(
                "page " + pages + name + " " + what
                        + ": rows may be missing; Paged.endingAtRepeats() takes it for the end",
                FailureInfo.lasting("pages", Outcome.UNKNOWN, Phase.DECODE)));
    }

    private static boolean isNumber(String token) {
        return !token.isEmpty()
                && token.length() <= LONGEST_NUMBER
                && token.chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
