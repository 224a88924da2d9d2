package io.mostik.core.once;

/** What the side record of a write in the tests tells of it. */
record SideState(WriteState state, boolean duplicated) {}
