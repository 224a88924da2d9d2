package io.mostik.core.http;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One block of a PEM file. Text around blocks does not matter, nor do byte order marks, line ends and blanks at them. */
final class PemBlock {

    private static final Pattern BLOCK = Pattern.compile(
            "-----BEGIN ([A-Z0-9 ]+)-----[ \\t]*\\R((?:[A-Za-z0-9-]+:[^\\r\\n]*\\R(?:[ \\t]+[^\\r\\n]*\\R)*)*)([^-]*)-----END \\1-----");
    private static final Pattern SEALED_BY = Pattern.compile("(?im)^DEK-Info:\\s*(\\S+)\\s*$");

    private final String label;
    private final Optional<String> sealedBy;
    private final byte[] content;

    PemBlock(String label, Optional<String> sealedBy, byte[] content) {
        this.label = label;
        this.sealedBy = sealedBy;
        this.content = content;
    }

    /** Returns what it says to be, such as {@code CERTIFICATE}. */
    String label() {
        return label;
    }

    /** Returns the {@code DEK-Info} of a traditionally encrypted key. */
    Optional<String> sealedBy() {
        return sealedBy;
    }

    byte[] content() {
        return content;
    }

    /** Returns the blocks of a file; none if it is not PEM. */
    static List<PemBlock> in(byte[] file) {
        List<PemBlock> blocks = new ArrayList<>();
        Matcher found = BLOCK.matcher(new String(file, charset(file)));
        while (found.find()) {
            Matcher sealed = SEALED_BY.matcher(found.group(2));
            blocks.add(new PemBlock(
                    found.group(1),
                    sealed.find() ? Optional.of(sealed.group(1)) : Optional.empty(),
                    decoded(found.group(3))));
        }
        return blocks;
    }

    private static byte[] decoded(String text) {
        try {
            return Base64.getMimeDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("a certificate or key is cut off or damaged: it is no Base64", e);
        }
    }

    boolean isCertificate() {
        return label.endsWith("CERTIFICATE") && !label.startsWith("TRUSTED");
    }

    boolean isKey() {
        return label.endsWith("PRIVATE KEY");
    }

    /** As a text editor of Windows may have saved it. */
    private static Charset charset(byte[] file) {
        if (file.length < 2) {
            return StandardCharsets.ISO_8859_1;
        }
        boolean isBig = file[0] == (byte) 0xFE && file[1] == (byte) 0xFF;
        boolean isLittle = file[0] == (byte) 0xFF && file[1] == (byte) 0xFE;
        return isBig || isLittle ? StandardCharsets.UTF_16 : StandardCharsets.ISO_8859_1;
    }

    @Override
    public String toString() {
        return "PemBlock[" + label + "]";
    }
}
