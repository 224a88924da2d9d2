package io.mostik.remonline.internal;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.mostik.core.Page;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.IntConsumer;

/**
 * The envelope of lists in version 2, without the rows that cannot be read. A page none of whose rows can be read is
 * refused as a whole.
 *
 * @param <T> what the list holds
 * @param data the rows that can be read
 * @param unreadable how many rows cannot
 * @param paging where the page stands
 */
@JsonDeserialize(using = SoundPageReader.class)
public record SoundPage<T>(List<T> data, int unreadable, Optional<RoPage.Paging> paging) {

    /** Returns the page, and tells how many rows it lacks where it lacks some; the vendor's count is not its own then. */
    public Page<T> toPage(IntConsumer told) {
        Page<T> page = new RoPage<>(data, paging).toPage();
        if (unreadable == 0) {
            return page;
        }
        told.accept(unreadable);
        return new Page<>(page.items(), page.next(), OptionalLong.empty());
    }
}
