package io.mostik.pbx.vipex.hooks;

import io.mostik.core.WebhookException;
import io.mostik.core.json.Json;
import io.mostik.core.webhook.SignatureVerifier;
import io.mostik.core.webhook.WebhookRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Where pushes come from: how they are proven, and how their content is taken apart. Immutable. */
final class HookSource {

    private static final Set<String> METHODS = Set.of("GET", "POST");

    private final HookProof proof;
    private final HookProfile profile;
    private final PayloadReader reader;

    HookSource(HookProof proof, HookProfile profile) {
        this.proof = proof;
        this.profile = profile;
        this.reader = new PayloadReader(profile.decoder());
    }

    HookProof proof() {
        return proof;
    }

    HookProfile profile() {
        return profile;
    }

    /** Returns the check of verb and proof. */
    SignatureVerifier verifier() {
        return request -> {
            if (!METHODS.contains(request.method())) {
                throw new WebhookException(WebhookException.Reason.WRONG_METHOD, "neither GET nor POST");
            }
            proof.verify(request, reader);
        };
    }

    /** Returns the objects that a request holds, without the credentials that stood among them. */
    List<Json> items(WebhookRequest request) {
        Json tree = reader.read(request).tree();
        List<Json> items = new ArrayList<>();
        Json several = tree.isArray() ? tree : tree.get(profile.items());
        if (!several.isArray()) {
            items.add(open(tree));
        }
        Json shared = tree.isArray() ? Json.of(Map.of()) : open(tree);
        several.elements().forEach(item -> items.add(merged(shared, item)));
        return items;
    }

    private Json merged(Json shared, Json item) {
        if (!item.isObject()) {
            throw new WebhookException(WebhookException.Reason.UNREADABLE, "a call is not an object");
        }
        Map<String, Object> merged = new LinkedHashMap<>();
        shared.names().forEach(name -> shared.get(name).value().ifPresent(value -> merged.put(name, value)));
        merged.remove(profile.items());
        item.names().forEach(name -> item.get(name).value().ifPresent(value -> merged.put(name, value)));
        return open(Json.of(merged));
    }

    private Json open(Json object) {
        Map<String, Object> open = new LinkedHashMap<>();
        for (String name : object.names()) {
            Json value = object.get(name);
            boolean credential = value.text().filter(proof::isCredential).isPresent();
            if (!credential) {
                value.value().ifPresent(plain -> open.put(name, plain));
            }
        }
        return Json.of(open);
    }
}
