package io.mostik.pbx.vipex.hooks;

import io.mostik.core.WebhookException;
import io.mostik.core.json.Json;
import io.mostik.core.webhook.WebhookAuthentication;
import io.mostik.core.webhook.WebhookRequest;
import io.mostik.pbx.CallRecord;
import io.mostik.pbx.IncomingCall;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes calls of the pushes of one PBX, without the credentials that stand among their data. Immutable. */
final class PushReader {

    private final WebhookAuthentication authentication;
    private final HookProfile profile;
    private final PayloadReader payload;

    PushReader(WebhookAuthentication authentication, HookProfile profile) {
        this.authentication = authentication;
        this.profile = profile;
        this.payload = new PayloadReader(profile.decoder());
    }

    HookProfile profile() {
        return profile;
    }

    IncomingCall incoming(WebhookRequest request) {
        List<Json> items = items(request);
        if (items.size() != 1) {
            throw new WebhookException(WebhookException.Reason.UNREADABLE, "one call was expected");
        }
        return new CallReader(profile.incoming(), profile.values(), items.get(0)).incoming();
    }

    List<CallRecord> calls(WebhookRequest request, RecordingIntake intake) {
        List<CallRecord> calls = new ArrayList<>();
        for (Json item : items(request)) {
            CallReader reader = new CallReader(profile.callData(), profile.values(), item);
            CallRecord call = reader.record().build();
            calls.add(intake.of(reader, call.key())
                    .map(recording ->
                            CallRecord.builder().from(call).recording(recording).build())
                    .orElse(call));
        }
        return calls;
    }

    private List<Json> items(WebhookRequest request) {
        Json tree = payload.read(request);
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
            boolean credential =
                    value.text().filter(authentication::isCredential).isPresent();
            if (!credential) {
                value.value().ifPresent(plain -> open.put(name, plain));
            }
        }
        return Json.of(open);
    }
}
