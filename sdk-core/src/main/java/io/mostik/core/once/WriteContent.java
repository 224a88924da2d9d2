package io.mostik.core.once;

import io.mostik.core.StateStoreException;
import io.mostik.core.json.Json;
import io.mostik.core.json.JsonException;
import io.mostik.core.json.JsonType;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How the content of one kind lies in its write records: in clear, encrypted, as a digest, or not at all. */
final class WriteContent<P, S, R> {

    private static final String ASKED = "asked";
    private static final String DIGEST = "digest";
    private static final String BEFORE = "before";
    private static final String RESULT = "result";

    private final Kind<P, S, R> kind;

    WriteContent(Kind<P, S, R> kind) {
        this.kind = kind;
    }

    /** Returns whether a write can be sent from its record alone, by a process that was not told what is asked. */
    boolean isKept() {
        return kind.content() == ContentPolicy.STORED || kind.content() == ContentPolicy.SEALED;
    }

    /** Returns the fingerprint of what is asked; empty where content is not compared. */
    Optional<String> digest(P asked) {
        return kind.content() == ContentPolicy.IGNORED
                ? Optional.empty()
                : Optional.of(Fingerprint.of(tree(asked).value().orElse(null)));
    }

    /** Returns a record that holds what is asked as far as the kind keeps it. */
    WriteRecord withAsked(WriteRecord record, OnceKey key, P asked) {
        WriteRecord digested = record.with(DIGEST, digest(asked).orElse(null));
        return isKept() ? with(digested, key, ASKED, asked) : digested;
    }

    /** Returns a record that holds no content any more. */
    WriteRecord dropped(WriteRecord record) {
        return record.with(ASKED, null).with(DIGEST, null).with(BEFORE, null);
    }

    WriteRecord withBefore(WriteRecord record, OnceKey key, Optional<S> before) {
        return with(record, key, BEFORE, before.orElse(null));
    }

    WriteRecord withResult(WriteRecord record, OnceKey key, Optional<R> result) {
        return with(record, key, RESULT, result.orElse(null));
    }

    boolean isSame(WriteRecord record, Optional<String> digest) {
        return digest.isEmpty()
                || record.text(DIGEST)
                        .filter(known -> !known.equals(digest.get()))
                        .isEmpty();
    }

    Optional<P> asked(WriteRecord record, OnceKey key) {
        return read(record, key, ASKED, kind.types().asked());
    }

    Optional<S> before(WriteRecord record, OnceKey key) {
        return read(record, key, BEFORE, kind.types().before());
    }

    Optional<R> result(WriteRecord record, OnceKey key) {
        return read(record, key, RESULT, kind.types().result());
    }

    private WriteRecord with(WriteRecord record, OnceKey key, String name, @Nullable Object value) {
        if (value == null) {
            return record.with(name, null);
        }
        Object kept = kind.seal()
                .<Object>map(seal -> seal.seal(Records.JSON.write(value), place(key, name)))
                .orElseGet(() -> tree(value).value().orElseThrow());
        return record.with(name, kept);
    }

    private <T> Optional<T> read(WriteRecord record, OnceKey key, String name, Class<T> type) {
        return record.tree(name).map(kept -> {
            byte[] json = kind.seal()
                    .map(seal -> seal.open(String.valueOf(kept), place(key, name)))
                    .orElseGet(() -> Records.JSON.write(kept));
            try {
                return Records.JSON.read(JsonType.of(type), json);
            } catch (JsonException e) {
                throw new StateStoreException(name + " in the write record " + key.record() + " cannot be read", e);
            }
        });
    }

    private static byte[] place(OnceKey key, String name) {
        return (key.record() + "#" + name).getBytes(StandardCharsets.UTF_8);
    }

    private static Json tree(Object value) {
        return Records.JSON.read(JsonType.of(Json.class), Records.JSON.write(value));
    }
}
