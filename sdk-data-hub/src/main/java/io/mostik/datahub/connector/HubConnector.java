package io.mostik.datahub.connector;

import io.mostik.core.Secret;

/** A kind of CRM that the hub can be connected to. Implementations are thread-safe and hold no key. */
public interface HubConnector {

    /** Returns the vendor in one word of small letters, such as {@code remonline}; part of the keys in the store. */
    String vendor();

    /** Opens an account; nothing is sent. The caller closes it. */
    HubAccount open(Secret key);
}
