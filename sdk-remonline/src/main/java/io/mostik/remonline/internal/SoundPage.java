package io.mostik.remonline.internal;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.mostik.core.Page;
import java.util.List;
import java.util.Optional;
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

    /** Returns the page, and tells how many rows it lacks where it lacks some. */
    public Page<T> toPage(IntConsumer told) {
        if (unreadable > 0) {
            told.accept(unreadable);
        }
        return new RoPage<>(data, paging).toPage();
    }
}
