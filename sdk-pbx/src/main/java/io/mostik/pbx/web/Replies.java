package io.mostik.pbx.web;

/** What the adapters know of answers. */
final class Replies {

    static final int UNAUTHORIZED = 401;

    private Replies() {}
}
