package io.mostik.core.once;

/**
 * The key of one write record, and of its entry in the index of open writes.
 *
 * @param kind the name of its kind
 * @param ref the form of the id in keys
 */
record OnceKey(String kind, String ref) {

    static OnceKey ofRecord(String record) {
        int end = record.indexOf(OnceKeys.END_OF_KIND);
        return new OnceKey(record.substring(OnceKeys.RECORDS.length(), end), record.substring(end + 1));
    }

    String record() {
        return OnceKeys.RECORDS + kind + OnceKeys.END_OF_KIND + ref;
    }

    String open() {
        return OnceKeys.OPEN + kind + OnceKeys.END_OF_KIND + ref;
    }
}
