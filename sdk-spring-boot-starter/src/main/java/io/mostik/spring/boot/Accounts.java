package io.mostik.spring.boot;

import java.util.function.Function;

/**
 * Makes what each account of a vendor has, such as its client. Bean definitions of named accounts call it by the name.
 *
 * @param <T> what an account has
 */
final class Accounts<T> {

    private final Function<ClientId, T> make;
    private final String vendor;

    Accounts(String vendor, Function<ClientId, T> make) {
        this.vendor = vendor;
        this.make = make;
    }

    /** Returns what the account without a name has. */
    T ofDefault() {
        return make(ClientId.ofDefault(vendor));
    }

    /** Called by bean definitions. */
    T of(String account) {
        return make(new ClientId(vendor, account));
    }

    private T make(ClientId client) {
        try {
            return make.apply(client);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "the settings under " + client.prefix() + " cannot work: " + e.getMessage(), e);
        }
    }
}
