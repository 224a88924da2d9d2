package io.mostik.core.webhook;

/** Where the events of a receiver go. */
@FunctionalInterface
interface Delivery<E> {

    /** Delivers a proven request and returns what to answer; throws what made it fail. */
    WebhookReply deliver(VerifiedRequest<E> received);
}
