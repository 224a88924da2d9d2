package io.mostik.testing.tbank;

import static java.util.Objects.requireNonNull;

import io.mostik.testing.tbank.TBankSimulator.Hosts;
import java.util.HashSet;
import java.util.Set;

/** The token that opens the bank's hosts, and what it may do. Thread-safe. */
final class Access {

    private static final Set<String> DISPUTED = Set.of(
            "GET /api/v1/card/{ucid}/limits",
            "POST /api/v1/card/{ucid}/cash-limit",
            "GET /api/v1/card/virtual/{ucid}/requisites",
            "POST /api/v1/card/{ucid}/block",
            "POST /api/v1/card/virtual/issue/application",
            "GET /api/v1/card/virtual/issue/application/{cardIssueApplicationId}",
            "GET /api/v1/card/virtual/reissue/result");

    private final Set<String> withdrawn = new HashSet<>();
    private Hosts disputedOn = Hosts.SECURED;
    private String token = "t.demo-token";

    synchronized String token() {
        return token;
    }

    synchronized void token(String newToken) {
        token = requireNonNull(newToken, "newToken");
    }

    synchronized boolean isToken(String candidate) {
        return token.equals(candidate);
    }

    synchronized void withdraw(String scope) {
        withdrawn.add(requireNonNull(scope, "scope"));
    }

    static boolean isDisputed(TBankMethod method) {
        return DISPUTED.contains(method.verb() + " " + method.path());
    }

    synchronized void disputedOn(Hosts hosts) {
        disputedOn = requireNonNull(hosts, "hosts");
    }

    /** Returns whether the ordinary host has the disputed methods. */
    synchronized boolean ordinaryHas() {
        return disputedOn != Hosts.SECURED;
    }

    /** Returns whether the secured host has a method of its own. */
    synchronized boolean securedHas(TBankMethod method) {
        return disputedOn != Hosts.ORDINARY || !isDisputed(method);
    }

    synchronized boolean covers(String scope) {
        return !withdrawn.contains(scope);
    }
}
