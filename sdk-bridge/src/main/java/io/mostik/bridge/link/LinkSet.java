package io.mostik.bridge.link;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The links that run together. Immutable. */
public final class LinkSet {

    private static final LinkSet NONE = new LinkSet(Map.of());

    private final Map<String, Link> links;

    private LinkSet(Map<String, Link> links) {
        this.links = links;
    }

    /** Returns no links. */
    public static LinkSet none() {
        return NONE;
    }

    /**
     * Returns these links.
     *
     * @throws IllegalArgumentException if two have one name
     */
    public static LinkSet of(List<Link> links) {
        Map<String, Link> byName = new LinkedHashMap<>();
        links.forEach(link -> {
            if (byName.put(link.name(), link) != null) {
                throw new IllegalArgumentException("link " + link.name() + " is there twice");
            }
        });
        return new LinkSet(byName);
    }

    /** Returns these links and others. */
    public LinkSet and(LinkSet others) {
        return of(Stream.concat(all().stream(), others.all().stream()).toList());
    }

    /** Returns all in the order of the file. */
    public List<Link> all() {
        return List.copyOf(links.values());
    }

    /** Returns the link of this name. */
    public Optional<Link> find(String name) {
        return Optional.ofNullable(links.get(name));
    }

    /** Returns the links that wait for a trigger of a connection. */
    public List<Link> waitingFor(String trigger, String connection) {
        return links.values().stream()
                .filter(link -> link.source().trigger().equals(trigger)
                        && link.source().connection().equals(connection))
                .toList();
    }

    /** Returns the links that withdraw what this one does. */
    List<Link> withdrawing(Link link) {
        return links.values().stream()
                .filter(other -> other.withdraws().contains(link.name()))
                .toList();
    }

    /** Returns whether some other link goes the opposite way between the same two connections. */
    boolean hasReverse(Link link) {
        return links.values().stream()
                .anyMatch(other -> !other.source().connection().isEmpty()
                        && other.source().connection().equals(link.target().connection())
                        && other.target().connection().equals(link.source().connection()));
    }

    @Override
    public String toString() {
        return "LinkSet" + links.keySet();
    }
}
