package io.mostik.core.http;

import java.net.IDN;
import java.net.URI;
import java.util.Optional;

/** Names of hosts that an URI of Java does not take for one: it then has an authority and no host. */
final class HostNames {

    private HostNames() {}

    /** Returns the address with its host in ASCII (punycode), if the host is in letters of another alphabet. */
    static Optional<URI> inAscii(URI address) {
        String authority = address.getRawAuthority();
        if (address.getHost() != null || authority == null || authority.indexOf('@') >= 0 || isAscii(authority)) {
            return Optional.empty();
        }
        int colon = authority.lastIndexOf(':');
        String port = colon < 0 ? "" : authority.substring(colon);
        String host = colon < 0 ? authority : authority.substring(0, colon);
        try {
            URI inAscii = URI.create(address.toString().replace(authority, IDN.toASCII(host) + port));
            return inAscii.getHost() == null ? Optional.empty() : Optional.of(inAscii);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    static boolean hasUnderscore(URI address) {
        String authority = address.getRawAuthority();
        return address.getHost() == null
                && authority != null
                && authority.indexOf('_') >= 0
                && authority.indexOf('@') < 0;
    }

    private static boolean isAscii(String text) {
        return text.chars().allMatch(c -> c < 128);
    }
}
