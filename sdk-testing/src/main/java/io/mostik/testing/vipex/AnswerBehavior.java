package io.mostik.testing.vipex;

import java.time.Duration;

/** The reaction of an extension to a call. */
public enum AnswerBehavior {
    /** Somebody takes the call after six seconds. */
    ANSWERED("answered", Duration.ofSeconds(6)),
    /** It rings for thirty seconds and nobody comes. */
    NO_ANSWER("noanswer", Duration.ofSeconds(30)),
    /** The line is busy. */
    BUSY("busy", Duration.ofSeconds(1));

    private final String word;
    private final Duration ringing;

    AnswerBehavior(String word, Duration ringing) {
        this.word = word;
        this.ringing = ringing;
    }

    /** Returns the status word in the call's data. */
    public String word() {
        return word;
    }

    Duration ringing() {
        return ringing;
    }
}
