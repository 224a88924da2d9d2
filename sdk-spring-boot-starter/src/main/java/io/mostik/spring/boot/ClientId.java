package io.mostik.spring.boot;

import java.util.Objects;

/**
 * Which client: its vendor and account. Prints as the tag of its metrics.
 *
 * @param vendor the part of the properties after {@code mostik.}, such as {@code remonline}
 * @param account name in the properties; {@value #DEFAULT} for the one without a name
 */
public record ClientId(String vendor, String account) {

    static final String DEFAULT = "default";

    /** Requires both parts. */
    public ClientId {
        Objects.requireNonNull(vendor, "vendor");
        Objects.requireNonNull(account, "account");
    }

    static ClientId ofDefault(String vendor) {
        return new ClientId(vendor, DEFAULT);
    }

    boolean isDefault() {
        return account.equals(DEFAULT);
    }

    /** Returns the prefix of the properties of this client. */
    String prefix() {
        return "mostik." + vendor + (isDefault() ? "" : ".accounts." + account);
    }

    @Override
    public String toString() {
        return isDefault() ? vendor : vendor + "." + account;
    }
}
