package io.mostik.bridge.action.vcc;

import io.mostik.bridge.action.Action;
import io.mostik.bridge.action.ActionContext;
import io.mostik.bridge.action.ActionProvider;
import io.mostik.pbx.vcclive.VccLive;
import java.time.Duration;
import java.util.List;

/** Gives {@code vcc.record.add}, {@code vcc.record.update} and {@code vcc.disposition.add}. */
public final class VccActions implements ActionProvider {

    static final String VENDOR = "vcc";

    private static final Duration USUAL = Duration.ofMinutes(1);
    private static final int CALLS = 2;

    /** Creates the provider, for {@link java.util.ServiceLoader}. */
    public VccActions() {}

    @Override
    public List<Action> actions(ActionContext context) {
        return List.of(AddRecord.in(context), UpdateRecord.in(context), AddDisposition.in(context));
    }

    /** Returns how long the calls of one write can last at any of the connections. */
    static Duration longest(ActionContext context) {
        return context.connections().ofVendor(VENDOR).stream()
                .map(name -> context.connections().client(name, VccLive.class).longestCall())
                .reduce(USUAL, (one, other) -> one.compareTo(other) > 0 ? one : other)
                .multipliedBy(CALLS);
    }
}
