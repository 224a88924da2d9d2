package io.mostik.testing;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Mutations of all property names: their order, their case, how often they occur. */
enum KeyMutator implements Mutator {
    EXTRA {
        @Override
        void change(ObjectNode object) {
            ObjectNode old = object.deepCopy();
            object.removeAll();
            object.putObject("propertyOfALaterVersion")
                    .putArray("values")
                    .add(1)
                    .addNull();
            object.setAll(old);
        }
    },
    REORDERED {
        @Override
        void change(ObjectNode object) {
            List<String> names = new ArrayList<>();
            object.fieldNames().forEachRemaining(names::add);
            Collections.reverse(names);
            ObjectNode old = object.deepCopy();
            object.removeAll();
            names.forEach(name -> object.set(name, old.path(name)));
        }
    },
    UPPER_CASE {
        @Override
        void change(ObjectNode object) {
            rename(object, true);
        }
    },
    LOWER_CASE {
        @Override
        void change(ObjectNode object) {
            rename(object, false);
        }
    },
    DUPLICATE {
        @Override
        void change(ObjectNode object) {
            // A tree cannot hold one name twice: the copies are written.
        }

        @Override
        byte[] write(JsonNode root) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (JsonGenerator out = Json.generator(bytes)) {
                twice(out, root);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return bytes.toByteArray();
        }
    };

    abstract void change(ObjectNode object);

    byte[] write(JsonNode root) {
        return Json.write(root);
    }

    @Override
    public List<MutationPoint> places(JsonNode root) {
        byte[] before = Json.write(root);
        return Arrays.equals(before, apply(root.deepCopy(), MutationPoint.WHOLE))
                ? List.of()
                : List.of(MutationPoint.WHOLE);
    }

    @Override
    public byte[] apply(JsonNode root, MutationPoint place) {
        JsonWalk.objects(root, this::change);
        return write(root);
    }

    private static void rename(ObjectNode object, boolean upper) {
        ObjectNode old = object.deepCopy();
        object.removeAll();
        old.properties()
                .forEach(field -> object.set(
                        upper
                                ? field.getKey().toUpperCase(Locale.ROOT)
                                : field.getKey().toLowerCase(Locale.ROOT),
                        field.getValue()));
    }

    private static void twice(JsonGenerator out, JsonNode node) throws IOException {
        if (node.isArray()) {
            out.writeStartArray();
            for (JsonNode element : node) {
                twice(out, element);
            }
            out.writeEndArray();
        } else if (node.isObject()) {
            out.writeStartObject();
            for (Map.Entry<String, JsonNode> field : node.properties()) {
                out.writeFieldName(field.getKey());
                twice(out, field.getValue());
                out.writeFieldName(field.getKey());
                twice(out, field.getValue());
            }
            out.writeEndObject();
        } else {
            out.writeTree(node);
        }
    }
}
