package io.mostik.testing;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** How one mutation changes a JSON document. */
interface Mutator {

    /** Returns the places where it can be applied; none if it does not fit the document. */
    List<MutationPoint> places(JsonNode root);

    /** Returns whether it can be applied just there; a property that is not there may be added. */
    default boolean fits(JsonNode root, MutationPoint place) {
        return places(root).contains(place);
    }

    /** Changes a document that nobody else uses, and returns what is written in its place. */
    byte[] apply(JsonNode root, MutationPoint place);
}
