package io.mostik.core.once;

/**
 * The address of one record that changes in the same commit as a write record. Made by {@link Records#at}.
 *
 * @param <T> the type of the record
 */
public final class SideRecord<T> {

    private final Records<T> records;
    private final String key;

    SideRecord(Records<T> records, String key) {
        this.records = records;
        this.key = key;
    }

    Records<T> records() {
        return records;
    }

    String key() {
        return key;
    }

    @Override
    public String toString() {
        return "SideRecord[" + key + "]";
    }
}
