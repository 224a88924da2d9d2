package io.mostik.datahub.checks;

import java.util.Objects;

/**
 * An error in settings, or a warning.
 *
 * @param level whether the settings can be used all the same
 * @param code which rule
 * @param path where in the settings document, such as {@code $.filter[0].values[1]}
 * @param message what it is, in words, with the candidates where there are some
 */
public record Finding(Level level, FindingCode code, String path, String message) {

    /** How bad it is. */
    public enum Level {
        /** The settings cannot be used. */
        ERROR,
        /** The settings can be used; the report may surprise. */
        WARNING
    }

    /** Rejects null components. */
    public Finding {
        Objects.requireNonNull(level, "level");
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(message, "message");
    }

    /** Returns a finding that makes the settings unusable. */
    public static Finding error(FindingCode code, String path, String message) {
        return new Finding(Level.ERROR, code, path, message);
    }

    /** Returns a finding that leaves the settings usable. */
    public static Finding warning(FindingCode code, String path, String message) {
        return new Finding(Level.WARNING, code, path, message);
    }

    /** Returns whether the settings cannot be used. */
    public boolean isError() {
        return level == Level.ERROR;
    }

    /** Returns this finding as a warning, as where settings that were right are checked again later. */
    public Finding asWarning() {
        return warning(code, path, message);
    }

    /** Returns this finding below another place of the document. */
    public Finding below(String parent) {
        return new Finding(level, code, parent + path, message);
    }

    /** Returns one line. */
    @Override
    public String toString() {
        return level + " " + code + " at " + path + ": " + message;
    }
}
