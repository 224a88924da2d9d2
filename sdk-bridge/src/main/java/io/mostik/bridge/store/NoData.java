package io.mostik.bridge.store;

import com.github.kagkarlsson.scheduler.serializer.Serializer;
import org.jspecify.annotations.Nullable;

/** Writes nothing beside an alarm, so that nothing is ever read from it. */
final class NoData implements Serializer {

    private static final byte[] NOTHING = {};

    @Override
    public byte[] serialize(Object data) {
        return NOTHING;
    }

    @Override
    public <T> @Nullable T deserialize(Class<T> type, byte[] data) {
        return null;
    }
}
