package io.mostik.bankcards.tbank;

import io.mostik.bankcards.tbank.internal.Engines;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/** Engines that follow their credentials. Those of an earlier pair end their calls, and close with the client. */
final class RotatingEngines implements Supplier<Engines> {

    private final BankCredentials credentials;
    private final Function<BankCredentials.Pair, Engines> maker;
    private final List<Engines> all = new ArrayList<>();
    private volatile Made made;
    private boolean closed;

    RotatingEngines(BankCredentials credentials, Function<BankCredentials.Pair, Engines> maker) {
        this.credentials = credentials;
        this.maker = maker;
        this.made = make(credentials.current());
    }

    private record Made(BankCredentials.Pair pair, Engines engines) {}

    @Override
    public Engines get() {
        BankCredentials.Pair now = credentials.current();
        Made known = made;
        return known.pair.equals(now) ? known.engines : renewed(now);
    }

    private synchronized Engines renewed(BankCredentials.Pair now) {
        if (!made.pair.equals(now) && !closed) {
            made = make(now);
        }
        return made.engines;
    }

    private Made make(BankCredentials.Pair pair) {
        Engines engines = maker.apply(pair).closingWith(this::close);
        all.add(engines);
        return new Made(pair, engines);
    }

    private synchronized void close() {
        closed = true;
        all.forEach(Engines::closeAlone);
    }
}
