package io.mostik.testing;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** Leaves one property out. */
final class MissingMutator implements Mutator {

    @Override
    public List<MutationPoint> places(JsonNode root) {
        List<MutationPoint> places = new ArrayList<>();
        JsonWalk.values(root, (pointer, value) -> {
            if (!pointer.matches() && root.at(pointer.head()).isObject()) {
                places.add(MutationPoint.of(pointer));
            }
        });
        return places;
    }

    @Override
    public byte[] apply(JsonNode root, MutationPoint place) {
        return Json.write(JsonWalk.remove(root, place.pointer()));
    }
}
