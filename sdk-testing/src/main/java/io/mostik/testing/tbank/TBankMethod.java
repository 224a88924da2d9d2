package io.mostik.testing.tbank;

import io.mostik.testing.Answer;
import java.util.function.Supplier;

/** A method of the bank: where it is, which access it needs, how often it may be called, what it does. */
record TBankMethod(String verb, String path, String scope, int perSecond, Use use, Answer canned) {

    /** One method's own part. */
    @FunctionalInterface
    interface Use {

        /** Reads the request, refusing what breaks the contract; what is returned then does it and answers. */
        Supplier<Answer> read(TBankRequest ask);
    }
}
