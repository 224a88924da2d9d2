package io.mostik.core.once;

import io.mostik.core.StateStore;
import java.util.List;
import java.util.Optional;

/** The steps of a write to {@link CountingVendor}, with a side record that repeats the state of the write record. */
record CountedSteps(CountingVendor vendor, SideRecord<SideState> side) implements OnceSteps<String, Void, String> {

    static SideRecord<SideState> side(StateStore store) {
        return Records.of(store, "test/side/", SideState.class).at(OnceLab.ID);
    }

    @Override
    public Sent<String> send(String asked, Optional<Void> before) {
        return Sent.result(vendor.act(asked));
    }

    @Override
    public ReadBack<String> readBack(String asked, Optional<Void> before) {
        return vendor.look(asked);
    }

    @Override
    public List<SideRecord<?>> sideRecords(String asked) {
        return List.of(side);
    }

    @Override
    public void moved(Move<String, Void, String> move, SideRecords sides) {
        if (move.to() == WriteState.NONE) {
            sides.remove(side);
        } else {
            sides.put(side, new SideState(move.to(), move.duplicated()));
        }
    }
}
