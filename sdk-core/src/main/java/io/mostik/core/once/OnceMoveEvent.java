package io.mostik.core.once;

import jdk.jfr.Category;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

/** A write record went from one state to another. */
@Name("io.mostik.OnceMove")
@Label("Once-only write moved")
@Category("Mostik")
@StackTrace(false)
final class OnceMoveEvent extends Event {

    @Label("Kind")
    String kind = "";

    @Label("Ref")
    String ref = "";

    @Label("From")
    String from = "";

    @Label("To")
    String to = "";

    static void record(OnceKey key, WriteState from, WriteState to) {
        OnceMoveEvent event = new OnceMoveEvent();
        if (event.shouldCommit()) {
            event.kind = key.kind();
            event.ref = key.ref();
            event.from = from.name();
            event.to = to.name();
            event.commit();
        }
    }
}
