package io.mostik.core;

/** Where a call stopped. */
public enum Phase {
    /** Refused on this machine by a setting, a limit or the state of other work, before anything was sent. */
    PREPARE,
    /** Waiting for a turn, for a pause between repeats, or for credentials, before anything was sent. */
    WAIT,
    /** Looking up the host name. */
    RESOLVE,
    /** Opening the connection. */
    CONNECT,
    /** Agreeing on TLS, certificates included. */
    TLS,
    /** Sending the request. */
    SEND,
    /** Waiting for the status and the headers of the answer. */
    HEAD,
    /** Reading the body of the answer. */
    BODY,
    /** Making sense of the answer. */
    DECODE
}
