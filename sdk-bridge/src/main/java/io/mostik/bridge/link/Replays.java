package io.mostik.bridge.link;

import io.mostik.bridge.store.Work;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Takes runs through their links again, as the links are now. Thread-safe. */
final class Replays {

    private final RunningSet links;
    private final LinkRuns runs;
    private final RunHistory history;
    private final LinkStates states;

    Replays(RunningSet links, LinkRuns runs, RunHistory history, LinkStates states) {
        this.links = links;
        this.runs = runs;
        this.history = history;
        this.states = states;
    }

    /** Takes the runs of a link in a state since a time, and returns how many stand otherwise now. */
    int all(String name, RunState state, Instant since) {
        int changed = 0;
        String after = "";
        List<Run> some = history.next(name, state, after);
        while (links.current().find(name).isPresent() && !some.isEmpty()) {
            for (Run run : some) {
                boolean isNew = !run.receivedAt().isBefore(since) && again(run);
                changed += isNew ? 1 : 0;
                after = run.id();
            }
            some = history.next(name, state, after);
        }
        return changed;
    }

    /** Takes one run; false if it stands as it did. */
    boolean one(String run) {
        return history.find(run).filter(this::again).isPresent();
    }

    /**
     * Takes the event of a run as one that has not happened before; empty if its link is gone.
     *
     * @param decision is written down in the same transaction
     */
    Optional<Run> anew(Run old, Work<Boolean> decision) {
        LinkSet now = links.current();
        return now.find(old.link()).flatMap(link -> runs.anew(now, link, old, decision));
    }

    /** Takes what waits for something else. */
    void waiting() {
        for (Link link : links.current().all()) {
            if (states.paused(link.name()).isEmpty()) {
                history.next(link.name(), RunState.WAITING, "").forEach(run -> {
                    boolean unused = again(run);
                });
            }
        }
    }

    private boolean again(Run run) {
        LinkSet now = links.current();
        return now.find(run.link())
                .filter(link -> runs.again(now, link, run.id()))
                .isPresent();
    }
}
