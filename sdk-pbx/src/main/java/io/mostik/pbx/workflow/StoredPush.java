package io.mostik.pbx.workflow;

import io.mostik.core.json.Json;
import java.time.Instant;

/**
 * A push as it is stored. What came is a text in it, for it may be as deep as a document is allowed to be.
 *
 * @param digest SHA-256 of all that it says
 * @param at when it first came
 * @param key the key of the call that it is about
 * @param call what it says, without what came
 * @param raw what came; empty if it was too long
 */
record StoredPush(String digest, Instant at, String key, Json call, String raw) {

    static StoredPush of(CallPush push) {
        return new StoredPush(
                push.digest(), push.at(), push.key(), PushJson.write(push.call()), PushJson.raw(push.call()));
    }

    CallPush open() {
        return new CallPush(digest, at, key, PushJson.read(call, raw));
    }
}
