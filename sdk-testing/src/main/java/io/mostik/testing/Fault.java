package io.mostik.testing;

import java.io.IOException;

/** What happens to one exchange in place of an ordinary answer. */
@FunctionalInterface
interface Fault {

    /** No fault: the handler answers. */
    Fault NONE = exchange -> exchange.send(exchange.answer());

    void play(Exchange exchange) throws IOException, InterruptedException;
}
