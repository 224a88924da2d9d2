package io.mostik.bankcards.tbank;

/** The two hosts of the bank. */
public enum HostKind {
    /** Takes the token alone. */
    ORDINARY,
    /** Takes the token and a client certificate. */
    SECURED
}
