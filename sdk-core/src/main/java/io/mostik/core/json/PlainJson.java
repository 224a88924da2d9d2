package io.mostik.core.json;

/** The dialect of models outside of any vendor: {@code closedAt} is written {@code closedAt}. */
final class PlainJson {

    static final JsonCodec CODEC = JsonCodec.camelCase();

    private PlainJson() {}
}
