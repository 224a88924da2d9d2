package io.mostik.pbx.workflow;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * All different pushes under one id. Two of these are joined by keeping the pushes of both, so nodes that write at the same
 * time lose nothing of each other.
 *
 * @param pushes in the order in which they first came
 */
record CallState(List<StoredPush> pushes) {

    static final CallState NONE = new CallState(List.of());

    private static final int MOST = 200;

    CallState {
        pushes = List.copyOf(pushes);
    }

    boolean knows(String digest) {
        return pushes.stream().anyMatch(push -> push.digest().equals(digest));
    }

    List<CallPush> open() {
        return pushes.stream().map(StoredPush::open).toList();
    }

    /** Returns this with one more push, and without those that came before a moment, or are too many. */
    CallState with(CallPush push, Instant notBefore) {
        if (knows(push.digest())) {
            return this;
        }
        List<StoredPush> all = new ArrayList<>(pushes);
        all.removeIf(each -> each.at().isBefore(notBefore));
        all.add(StoredPush.of(push));
        return new CallState(all.subList(Math.max(0, all.size() - MOST), all.size()));
    }
}
