package io.mostik.pbx.vcclive.webhooks;

/** What the vendor is told when our own decision cannot be had: the handler failed or took too long. */
public enum FallbackDecision {
    /** Go on: agents can work, and nothing was checked. */
    ALLOW,
    /** Stop: nothing passes unchecked, and agents wait until the handler works again. */
    DENY
}
