package io.mostik.pbx;

/**
 * Where a request carries its credentials. Never in the address as {@code user:password@host}. The SDK never shows them;
 * the JDK's own logger {@code jdk.internal.httpclient.debug} prints whole addresses, so leave it off where they are in
 * the query or the path.
 */
public enum CredentialPlacement {
    /** As query parameters: user name and password, or the key. */
    QUERY,
    /** As HTTP Basic, which is also what a PBX means that asks for {@code https://user:password@host/}. */
    BASIC,
    /** User name and password both as query parameters and as HTTP Basic. */
    BOTH,
    /** The key as a header. */
    HEADER,
    /** The key as {@code Authorization: Bearer}. */
    BEARER,
    /** The key as the variable <code>{key}</code> of the paths. */
    PATH,
    /** In the form or JSON of click-to-call; a recording, which has no body, takes them as query parameters. */
    BODY
}
