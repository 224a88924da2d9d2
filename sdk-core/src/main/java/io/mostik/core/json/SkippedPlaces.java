package io.mostik.core.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonMappingException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What one reading leaves out: rows of lists, and odd optional objects in the rows it keeps. Belongs to one thread. */
final class SkippedPlaces {

    private static final String SKIPPING = "io.mostik.skipping";

    /** A row is read as the only one of a list, so that places in it begin with this. */
    private static final String ALONE = "/0";

    private final Consumer<String> objects;
    private final Consumer<String> rows;
    private int depth;

    SkippedPlaces(Consumer<String> objects, Consumer<String> rows) {
        this.objects = objects;
        this.rows = rows;
    }

    /** Returns the attribute under which a reading finds this. */
    static String attribute() {
        return SKIPPING;
    }

    /** Returns what this reading leaves out; null in a reading that leaves no rows out. */
    static @Nullable SkippedPlaces of(DeserializationContext context) {
        return (SkippedPlaces) context.getAttribute(SKIPPING);
    }

    /** Returns whether what is read now is neither part of a row nor of a model. */
    boolean isAmongRows() {
        return depth == 0;
    }

    /** A reading of something. */
    @FunctionalInterface
    interface Reading {
        @Nullable
        Object read() throws IOException;
    }

    /** Reads a part of a model, whose lists are whole. */
    @Nullable
    Object inModel(Reading part) throws IOException {
        depth++;
        try {
            return part.read();
        } finally {
            depth--;
        }
    }

    /** Reads a row; returns why it cannot be read, after its place was told, or null. */
    @Nullable
    JsonProcessingException inRow(DeserializationContext context, String place, Reading row) throws IOException {
        List<String> odd = new ArrayList<>();
        context.setAttribute(OddObjects.TOLD, (Consumer<String>) odd::add);
        try {
            inModel(row);
            odd.forEach(object -> objects.accept(place + object.substring(ALONE.length())));
            return null;
        } catch (JsonProcessingException e) {
            rows.accept(place);
            return e;
        } catch (IllegalArgumentException | IllegalStateException e) {
            rows.accept(place);
            return JsonMappingException.from(context.getParser(), String.valueOf(e.getMessage()), e);
        } finally {
            context.setAttribute(OddObjects.TOLD, objects);
        }
    }
}
