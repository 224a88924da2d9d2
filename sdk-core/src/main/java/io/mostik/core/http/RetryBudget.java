package io.mostik.core.http;

/**
 * Keeps repeats a small part of all calls while a vendor is down: a repeat costs, a success earns. Thread-safe.
 */
final class RetryBudget {

    private static final int FULL = 500;
    private static final int PRICE = 5;

    private int tokens = FULL;

    synchronized boolean take() {
        if (tokens < PRICE) {
            return false;
        }
        tokens -= PRICE;
        return true;
    }

    /** Takes back the price of a repeat that is not made after all. */
    synchronized void giveBack() {
        tokens = Math.min(FULL, tokens + PRICE);
    }

    synchronized void earn() {
        tokens = Math.min(FULL, tokens + 1);
    }
}
