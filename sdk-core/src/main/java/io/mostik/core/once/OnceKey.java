package io.mostik.core.once;

/**
 * The key of one write record, and of its entry in the index of open writes.
 *
 * @param kind the name of its kind
 * @param ref the id as it stands in keys
 */
record OnceKey(String kind, String ref) {

    String record() {
        return OnceKeys.RECORDS + kind + OnceKeys.END_OF_KIND + ref;
    }

    String open() {
        return OnceKeys.OPEN + kind + OnceKeys.END_OF_KIND + ref;
    }
}
