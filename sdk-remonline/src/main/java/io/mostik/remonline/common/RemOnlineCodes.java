package io.mostik.remonline.common;

/**
 * Codes of {@code ApiException.code()} that this client gives to answers for which the vendor has none. All other codes
 * are the vendor's own.
 */
public final class RemOnlineCodes {

    /**
     * The generation before version 2 has ended: 410 from the unversioned address or the token generation. Nothing but
     * another program helps.
     */
    public static final String GENERATION_RETIRED = "generation_retired";

    /**
     * A wordless 404 from there: no such thing, or the generation has ended, for the vendor announces no difference.
     * {@code RemOnline.access().report()} tells which.
     */
    public static final String MISSING_OR_RETIRED = "missing_or_retired";

    private RemOnlineCodes() {}
}
