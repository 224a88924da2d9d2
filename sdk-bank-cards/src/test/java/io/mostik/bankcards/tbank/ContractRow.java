package io.mostik.bankcards.tbank;

import java.util.function.Function;

/**
 * One method of the bank, as its documents describe it.
 *
 * @param index its number in the list of the bank's methods
 * @param operation its name in the SDK
 * @param perSecond the documented limit; 0 if none is stated
 * @param request verb and target as sent
 * @param body the body as sent; empty if there is none
 * @param answer an answer of the bank
 * @param call what a user writes
 * @param read what he gets
 */
record ContractRow(
        int index,
        String operation,
        int perSecond,
        String request,
        String body,
        String answer,
        Function<TBank, Object> call,
        Object read) {

    private static final String NONE = "";

    /** Returns a row that is yet to be filled. */
    static ContractRow of(int index, String operation, int perSecond) {
        return new ContractRow(index, operation, perSecond, NONE, NONE, NONE, bank -> NONE, NONE);
    }

    ContractRow sends(String verbAndTarget) {
        return sends(verbAndTarget, NONE);
    }

    ContractRow sends(String verbAndTarget, String json) {
        return new ContractRow(index, operation, perSecond, verbAndTarget, json, answer, call, read);
    }

    ContractRow answered(String json) {
        return new ContractRow(index, operation, perSecond, request, body, json, call, read);
    }

    ContractRow by(Function<TBank, Object> userCall, Object expected) {
        return new ContractRow(index, operation, perSecond, request, body, answer, userCall, expected);
    }

    @Override
    public String toString() {
        return "#" + index + " " + operation;
    }
}
