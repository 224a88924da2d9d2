package io.mostik.pbx.webhooks;

import io.mostik.core.WebhookException;
import io.mostik.core.json.Json;
import io.mostik.core.webhook.WebhookAuthentication;
import io.mostik.core.webhook.WebhookRequest;
import io.mostik.pbx.CallRecord;
import io.mostik.pbx.IncomingCall;
import io.mostik.pbx.internal.CaseInsensitiveObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Makes calls of the pushes of one PBX, without the credentials among their data. Immutable. */
final class PushReader {

    private static final String USER_NAME = "username"; // as folded

    private final WebhookAuthentication authentication;
    private final Optional<String> userName;
    private final WebhookProfile profile;
    private final PayloadReader payload;
    private final Optional<String> event;
    private final Set<String> left;

    PushReader(WebhookAuthentication authentication, Optional<String> userName, WebhookProfile profile) {
        this(authentication, userName, profile, Optional.empty());
    }

    private PushReader(
            WebhookAuthentication authentication,
            Optional<String> userName,
            WebhookProfile profile,
            Optional<String> event) {
        this.authentication = authentication;
        this.userName = userName;
        this.profile = profile;
        this.payload = new PayloadReader(profile.decoder());
        this.event = event;
        this.left =
                profile.retryFields().stream().map(CaseInsensitiveObject::fold).collect(Collectors.toSet());
    }

    /** Returns the reader of an address to which one kind of events comes. */
    PushReader ofEvent(String word) {
        return new PushReader(authentication, userName, profile, Optional.of(word));
    }

    /** Returns for each call of a push what is read of it, and from where. */
    List<Map<String, String>> explained(WebhookRequest request) {
        return items(request).stream()
                .map(item -> new CallReader(profile, profile.callData(), item, event).found())
                .toList();
    }

    /** Returns all values of a push with their paths. */
    Map<String, String> everything(WebhookRequest request) {
        Map<String, String> all = new LinkedHashMap<>();
        items(request).forEach(item -> flatten("", item, all));
        return all;
    }

    private static void flatten(String path, Json value, Map<String, String> all) {
        if (value.isObject()) {
            value.names().forEach(name -> flatten(path.isEmpty() ? name : path + "/" + name, value.get(name), all));
        } else if (value.isArray()) {
            int index = 0;
            for (Json element : value.elements()) {
                flatten(path + "/" + index, element, all);
                index++;
            }
        } else {
            all.put(path, value.text().orElse(""));
        }
    }

    WebhookProfile profile() {
        return profile;
    }

    IncomingCall incoming(WebhookRequest request) {
        List<Json> items = items(request);
        if (items.size() != 1 || !items.get(0).isObject()) {
            throw new WebhookException(WebhookException.Reason.UNREADABLE, "one call was expected");
        }
        return new CallReader(profile, profile.incoming(), items.get(0), event).incoming();
    }

    /** Reads each call by itself; a push of which nothing can be read is unreadable. */
    CallData calls(WebhookRequest request, RecordingIntake intake) {
        List<CallRecord> calls = new ArrayList<>();
        List<Json> unreadable = new ArrayList<>();
        List<WebhookException> reasons = new ArrayList<>();
        for (Json item : items(request)) {
            try {
                call(item, intake).ifPresent(calls::add);
            } catch (WebhookException e) {
                if (e.reason() != WebhookException.Reason.UNREADABLE) {
                    throw e;
                }
                unreadable.add(item);
                reasons.add(e);
            }
        }
        if (calls.isEmpty() && !reasons.isEmpty()) {
            throw reasons.get(0);
        }
        return new CallData(calls, unreadable);
    }

    /** Returns what a push tells of a call; empty if its event word says that this does not matter. */
    private Optional<CallRecord> call(Json item, RecordingIntake intake) {
        if (!item.isObject()) {
            throw new WebhookException(WebhookException.Reason.UNREADABLE, "a call is not an object");
        }
        CallReader reader = new CallReader(profile, profile.callData(), item, event);
        if (reader.isIgnored()) {
            return Optional.empty();
        }
        return Optional.of(intake.claim(reader, reader.record().build()));
    }

    private List<Json> items(WebhookRequest request) {
        Json tree = payload.read(request);
        List<Json> items = new ArrayList<>();
        Json several = tree.isArray() ? tree : tree.get(profile.items());
        if (!several.isArray()) {
            items.add(open(tree));
        }
        Json shared = tree.isArray() ? Json.of(Map.of()) : open(tree);
        several.elements().forEach(item -> items.add(item.isObject() ? merged(shared, item) : item));
        return items;
    }

    private Json merged(Json shared, Json item) {
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
            boolean isLeft = left.contains(CaseInsensitiveObject.fold(name));
            if (!isLeft && value.text().filter(text -> isCredential(name, text)).isEmpty()) {
                openValue(value).value().ifPresent(plain -> open.put(name, plain));
            }
        }
        return Json.of(open);
    }

    /** What proves a push in its head may stand in its data once more, at any depth. */
    private Json openValue(Json value) {
        if (!value.isArray()) {
            return value.isObject() ? open(value) : value;
        }
        List<Object> elements = new ArrayList<>();
        value.elements().stream()
                .filter(element ->
                        element.text().filter(authentication::isCredential).isEmpty())
                .forEach(element -> elements.add(openValue(element).value().orElse(null)));
        return Json.of(elements);
    }

    /** A user name may be the name of a queue as well, so it is a credential under its own name only. */
    private boolean isCredential(String name, String text) {
        return authentication.isCredential(text)
                || (CaseInsensitiveObject.fold(name).equals(USER_NAME)
                        && userName.filter(text::equals).isPresent());
    }
}
