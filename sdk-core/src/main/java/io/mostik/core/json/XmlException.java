package io.mostik.core.json;

/** XML that could not be read, or that is not read. The text names the reason, never a value. */
public final class XmlException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    XmlException(String text) {
        super(text);
    }
}
