package io.mostik.core.webhook;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The addresses from which webhooks may come, IPv4 and IPv6. A second lock beside a proof, never the only one: behind a
 * proxy every request comes from the proxy. Nothing is looked up. Immutable.
 */
public final class AddressRanges {

    private static final String OCTET = "(25[0-5]|2[0-4][0-9]|1?[0-9]{1,2})";
    private static final Pattern LITERAL =
            Pattern.compile(OCTET + "(\\." + OCTET + "){3}|[0-9a-fA-F.]*:[0-9a-fA-F:.]*");

    private static final Pattern IN_BRACKETS = Pattern.compile("\\[([^]]*)](:[0-9]{1,5})?");
    private static final Pattern WITH_PORT = Pattern.compile("([0-9.]+):[0-9]{1,5}");

    private final List<Range> ranges;

    private AddressRanges(List<Range> ranges) {
        this.ranges = ranges;
    }

    /**
     * Returns ranges.
     *
     * @param ranges single addresses, or networks such as {@code 192.0.2.0/24} and {@code 2001:db8::/32}
     * @throws IllegalArgumentException naming the text that is neither, or if there is none at all
     */
    public static AddressRanges of(String... ranges) {
        if (ranges.length == 0) {
            throw new IllegalArgumentException("ranges must not be empty");
        }
        List<Range> parsed = new ArrayList<>();
        for (String range : ranges) {
            parsed.add(Range.parse(range)
                    .orElseThrow(() -> new IllegalArgumentException("no address and no range of addresses: " + range)));
        }
        return new AddressRanges(List.copyOf(parsed));
    }

    /** Returns whether an address is in one of the ranges, a port behind it aside; a text that is no address is in none. */
    public boolean contain(String address) {
        return octets(bare(address)).filter(this::contain).isPresent();
    }

    private boolean contain(byte[] octets) {
        return ranges.stream().anyMatch(range -> range.contains(octets));
    }

    /**
     * Returns who asks, where these are the proxies in front: the address that opened the connection, or if that is a
     * proxy, the last one in {@code X-Forwarded-For} that is none. Empty if what stands there is no address.
     *
     * @param peer the address that opened the connection
     * @param forwarded the values of {@code X-Forwarded-For}, in the order of its lines
     */
    public Optional<String> clientBehind(String peer, List<String> forwarded) {
        if (!contain(peer)) {
            return Optional.of(peer);
        }
        List<String> hops = new ArrayList<>();
        forwarded.forEach(line -> hops.addAll(List.of(line.split(",", -1))));
        for (int i = hops.size() - 1; i >= 0; i--) {
            Optional<byte[]> hop = octets(bare(hops.get(i).strip()));
            if (hop.isEmpty() || !contain(hop.get())) {
                return hop.map(AddressRanges::text);
            }
        }
        return Optional.of(peer);
    }

    private static String bare(String address) {
        Matcher inBrackets = IN_BRACKETS.matcher(address);
        Matcher withPort = WITH_PORT.matcher(address);
        String bare = inBrackets.matches() ? inBrackets.group(1) : withPort.matches() ? withPort.group(1) : address;
        return bare.replaceAll("%.*", "");
    }

    private static String text(byte[] octets) {
        try {
            return InetAddress.getByAddress(octets).getHostAddress();
        } catch (UnknownHostException e) {
            throw new IllegalStateException("no length of an address: " + octets.length, e);
        }
    }

    /** Only literals reach the JDK: it would look up names. */
    private static Optional<byte[]> octets(String text) {
        if (!LITERAL.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(InetAddress.getByName(text).getAddress());
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return "AddressRanges[" + ranges.size() + "]";
    }

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Range(byte[] network, int bits) {

        static Optional<Range> parse(String text) {
            String[] parts = text.split("/", -1);
            Optional<byte[]> network = octets(parts[0]);
            int longest = network.map(octets -> octets.length * Byte.SIZE).orElse(0);
            if (parts.length == 1) {
                return network.map(octets -> new Range(octets, longest));
            }
            boolean fits = parts.length == 2 && parts[1].matches("[0-9]{1,3}") && Integer.parseInt(parts[1]) <= longest;
            return fits ? network.map(octets -> new Range(octets, Integer.parseInt(parts[1]))) : Optional.empty();
        }

        boolean contains(byte[] address) {
            if (address.length != network.length) {
                return false;
            }
            for (int bit = 0; bit < bits; bit++) {
                int mask = 0x80 >> (bit % Byte.SIZE);
                if (((address[bit / Byte.SIZE] ^ network[bit / Byte.SIZE]) & mask) != 0) {
                    return false;
                }
            }
            return true;
        }
    }
}
