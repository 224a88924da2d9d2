package io.mostik.testing;

/** How a vendor answers. Called with one request at a time, so a vendor's state needs no locks. */
@FunctionalInterface
public interface VendorScript {

    /** Returns the vendor's answer; whatever is thrown becomes a 500 that names it. */
    Answer answer(Received request) throws Exception;
}
