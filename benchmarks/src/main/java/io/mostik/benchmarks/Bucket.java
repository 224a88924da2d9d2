package io.mostik.benchmarks;

/** A limit as vendors have it: tokens that come evenly, so many of them at most. Thread-safe. */
final class Bucket {

    private final double perNano;
    private final double most;
    private double tokens;
    private long counted = System.nanoTime();

    Bucket(double perSecond, int most) {
        this.perNano = perSecond / 1e9;
        this.most = most;
        this.tokens = most;
    }

    synchronized boolean take() {
        long now = System.nanoTime();
        tokens = Math.min(most, tokens + (now - counted) * perNano);
        counted = now;
        if (tokens < 1) {
            return false;
        }
        tokens--;
        return true;
    }
}
