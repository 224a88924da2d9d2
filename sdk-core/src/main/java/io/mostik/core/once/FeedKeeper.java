package io.mostik.core.once;

import java.util.function.Consumer;

/** Where one poll keeps its state: a checkpoint, or the caller. Belongs to one poll. */
interface FeedKeeper {

    /** Returns whether the poll may go on. */
    boolean isHeld();

    /** Keeps a state, and returns whether the poll may go on. */
    boolean save(String state);

    /** Keeps the last state, and returns whether it was kept. */
    boolean finish(String state);

    /** Returns the keeper that moves a checkpoint. */
    static FeedKeeper of(Checkpoint checkpoint) {
        return new FeedKeeper() {
            @Override
            public boolean isHeld() {
                return checkpoint.isHeld();
            }

            @Override
            public boolean save(String state) {
                return checkpoint.save(state);
            }

            @Override
            public boolean finish(String state) {
                return checkpoint.finish(state);
            }
        };
    }

    /** Returns the keeper that hands each state to a caller who keeps it himself. */
    static FeedKeeper handing(Consumer<? super String> states) {
        return new FeedKeeper() {
            @Override
            public boolean isHeld() {
                return true;
            }

            @Override
            public boolean save(String state) {
                states.accept(state);
                return true;
            }

            @Override
            public boolean finish(String state) {
                return save(state);
            }
        };
    }
}
