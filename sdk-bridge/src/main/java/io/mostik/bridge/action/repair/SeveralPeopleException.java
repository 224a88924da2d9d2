package io.mostik.bridge.action.repair;

/** Several people have one phone, so that none can be changed. */
final class SeveralPeopleException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    SeveralPeopleException() {
        super("several people have this phone");
    }
}
