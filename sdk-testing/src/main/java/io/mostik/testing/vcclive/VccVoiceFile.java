package io.mostik.testing.vcclive;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;

/** A recording that waits in the archive until its checksum comes back. */
final class VccVoiceFile {

    private final String uuid;
    private final String year;
    private final String month;
    private final String name;
    private final byte[] audio;
    private boolean archived;

    VccVoiceFile(String uuid, String year, String month, String name, byte[] audio) {
        this.uuid = uuid;
        this.year = year;
        this.month = month;
        this.name = name;
        this.audio = audio.clone();
    }

    String uuid() {
        return uuid;
    }

    byte[] audio() {
        return audio.clone();
    }

    boolean archived() {
        return archived;
    }

    boolean isOf(String otherYear, String otherMonth) {
        return year.equals(otherYear) && month.equals(otherMonth);
    }

    /** Marks the file if the MD5 is right. */
    boolean archive(String checksum) {
        archived |= md5(audio).equals(checksum);
        return archived;
    }

    Map<String, Object> describe() {
        return Map.of("uuid", uuid, "year", year, "month", month, "name", name);
    }

    static String md5(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
