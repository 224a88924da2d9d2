package io.mostik.spring.boot;

import io.mostik.core.http.CallListener;

/** Makes the listener of one client. */
@FunctionalInterface
interface ClientListeners {

    CallListener of(ClientId client);
}
