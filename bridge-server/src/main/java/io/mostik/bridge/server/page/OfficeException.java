package io.mostik.bridge.server.page;

/** What somebody asked for is not done; nothing was changed. */
public final class OfficeException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final int status;

    /**
     * Creates the refusal.
     *
     * @param status as HTTP has it
     * @param message in words for people
     */
    public OfficeException(int status, String message) {
        super(message);
        this.status = status;
    }

    /** Returns the HTTP status. */
    public int status() {
        return status;
    }

    /** Returns whether what was named is not there, or stands otherwise: for others of its kind it may be done. */
    public boolean isAboutWhatWasNamed() {
        return status == 404 || status == 409;
    }
}
