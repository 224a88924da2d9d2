package io.mostik.remonline.internal;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.util.List;

/**
 * A list that is not paged: a bare array or {@code {"data": [...]}}, whichever the vendor sends today.
 *
 * @param <T> what the list holds
 * @param list the rows
 */
@JsonDeserialize(using = RowsReader.class)
public record Rows<T>(List<T> list) {}
