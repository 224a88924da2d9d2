package io.mostik.core.browser;

import io.mostik.core.json.Json;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One page as a person uses it: looks, waits until something is to be seen, clicks, types. */
public final class Tab implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 15_000;
    private static final int MOST_PAGES = 5;
    private static final int MOST_STEPS = 100;
    private static final List<String> LEFT =
            List.of("navigated or closed", "context was destroyed", "Cannot find context");
    private static final Path IMAGES =
            Boolean.getBoolean("mostik.docs.write") ? Path.of("../docs/images") : Path.of("target/images");

    private final DevTools devTools;
    private final String context;
    private final String session;

    /** A place on the page, in pixels from its upper left corner. */
    private record Place(double x, double y) {}

    Tab(DevTools devTools, String context, String session) {
        this.devTools = devTools;
        this.context = context;
        this.session = session;
        List.of("Page", "Runtime", "Log", "Accessibility").forEach(domain -> send(domain + ".enable", Map.of()));
        send("Emulation.setTimezoneOverride", Map.of("timezoneId", "Europe/Budapest"));
        size(1280, 800);
    }

    /** Sets how large the page is, in pixels. */
    public void size(int width, int height) {
        send(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", width < 600));
    }

    /** Sets which colours the machine asks for: {@code light} or {@code dark}. */
    public void scheme(String colours) {
        send(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", colours))));
    }

    public void open(URI address) {
        send("Page.navigate", Map.of("url", address.toString()));
    }

    /** Returns what an expression gives. */
    public Json look(String expression) {
        Json result = send(
                "Runtime.evaluate",
                Map.of("expression", expression, "returnByValue", true, "awaitPromise", true, "userGesture", false));
        if (result.get("exceptionDetails").isPresent()) {
            throw new AssertionError(result.at("exceptionDetails", "exception", "description")
                    .text()
                    .or(() ->
                            result.at("exceptionDetails", "exception", "value").text())
                    .orElse("failed: " + expression));
        }
        return result.at("result", "value");
    }

    public String text(String selector) {
        return look("document.querySelector(" + quoted(selector) + ").innerText")
                .text()
                .orElse("");
    }

    /** Waits until an expression holds, looking again at every moment, also on the page that takes the place of this one. */
    public void until(String condition) {
        int pages = 1;
        while (!holds(condition)) {
            pages++;
            if (pages > MOST_PAGES) {
                throw new AssertionError("one page after another, and never: " + condition);
            }
        }
    }

    /** Returns whether it holds in the end; not if the page was left meanwhile. */
    private boolean holds(String condition) {
        try {
            waitFor(condition);
            return true;
        } catch (IllegalStateException e) {
            if (LEFT.stream().noneMatch(text -> e.getMessage().contains(text))) {
                throw e;
            }
            return false;
        }
    }

    private void waitFor(String condition) {
        look("""
            new Promise((good, bad) => {
              const end = performance.now() + %d;
              const look = () => {
                let holds = false;
                try { holds = %s; } catch (notYet) { holds = false; }
                if (holds) { good(true); }
                else if (performance.now() > end) { bad(%s + document.body.innerText); }
                else { setTimeout(look, 15); }
              };
              look();
            })\
            """.formatted(PATIENCE_MILLIS, condition, quoted("never: " + condition + "; the page says: ")));
    }

    /** Waits until an element shows this text. */
    public void untilShows(String selector, String text) {
        until("document.querySelector(" + quoted(selector) + ").innerText.includes(" + quoted(text) + ")");
    }

    /** Clicks the middle of an element, once it is there, stands still, and nothing lies over it. */
    public void click(String selector) {
        click(selector, 1);
    }

    /** Clicks twice in a row, as quickly as it goes. */
    public void doubleClick(String selector) {
        click(selector, 2);
    }

    private void click(String selector, int times) {
        Place place = middle(selector);
        for (int count = 1; count <= times; count++) {
            mouse("mousePressed", place, count);
            mouse("mouseReleased", place, count);
        }
    }

    /** Drags the middle of an element to the middle of another, both to be seen, and lets it go there. */
    public void drag(String from, String to) {
        send("Input.setInterceptDrags", Map.of("enabled", true));
        Place end = middle(to);
        Place start = middle(from);
        mouse("mousePressed", start, 1);
        Optional<Json> dragged = Optional.empty();
        for (int step = 1; dragged.isEmpty() && step <= MOST_STEPS; step++) {
            mouse("mouseMoved", new Place(start.x() + step, start.y() + step), 0);
            dragged = devTools.events(session).stream()
                    .filter(event -> event.get("method").text().orElse("").equals("Input.dragIntercepted"))
                    .map(event -> event.at("params", "data"))
                    .findFirst();
        }
        Json data = dragged.orElseThrow(() -> new AssertionError("cannot be dragged: " + from));
        for (String type : List.of("dragEnter", "dragOver", "drop")) {
            send("Input.dispatchDragEvent", Map.of("type", type, "x", end.x(), "y", end.y(), "data", data));
        }
        mouse("mouseReleased", end, 1);
        send("Input.setInterceptDrags", Map.of("enabled", false));
    }

    private void mouse(String type, Place place, int clicks) {
        send(
                "Input.dispatchMouseEvent",
                Map.of(
                        "type",
                        type,
                        "x",
                        place.x(),
                        "y",
                        place.y(),
                        "button",
                        "left",
                        "buttons",
                        1,
                        "clickCount",
                        clicks));
    }

    /** Returns the middle of an element, once it is there, stands still, and nothing lies over it. */
    private Place middle(String selector) {
        look("window.lastPlace = undefined");
        until("""
            (() => {
              const element = document.querySelector(%s);
              element.scrollIntoView({ block: 'nearest' });
              const box = element.getBoundingClientRect();
              const place = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
              const still = window.lastPlace && window.lastPlace.x === place.x && window.lastPlace.y === place.y;
              window.lastPlace = place;
              const top = document.elementFromPoint(place.x, place.y);
              return still && box.width > 0 && (element === top || element.contains(top));
            })()\
            """.formatted(quoted(selector)));
        double x = look("window.lastPlace.x").number().orElseThrow().doubleValue();
        double y = look("window.lastPlace.y").number().orElseThrow().doubleValue();
        return new Place(x, y);
    }

    /** Clicks into a field and types. */
    public void type(String selector, String text) {
        click(selector);
        send("Input.insertText", Map.of("text", text));
    }

    /** Chooses from a list. */
    public void choose(String selector, String value) {
        until("document.querySelector(" + quoted(selector + " option[value='" + value + "']") + ") !== null");
        look("(() => { const list = document.querySelector(" + quoted(selector) + "); list.value = " + quoted(value)
                + "; list.dispatchEvent(new Event('input', { bubbles: true }));"
                + " list.dispatchEvent(new Event('change', { bubbles: true })); })()");
    }

    /** Presses a key: {@code Tab}, {@code Enter}, {@code Escape}. */
    public void press(String key) {
        int code = Map.of("Tab", 9, "Enter", 13, "Escape", 27).get(key);
        Map<String, Object> down = Map.of(
                "type",
                "keyDown",
                "key",
                key,
                "code",
                key,
                "windowsVirtualKeyCode",
                code,
                "text",
                key.equals("Enter") ? "\r" : "");
        send("Input.dispatchKeyEvent", down);
        send("Input.dispatchKeyEvent", Map.of("type", "keyUp", "key", key, "code", key, "windowsVirtualKeyCode", code));
    }

    /** Returns role and name of everything that can be used, as a screen reader finds it. */
    public List<String> controls() {
        List<String> controls = new ArrayList<>();
        for (Json node :
                send("Accessibility.getFullAXTree", Map.of()).get("nodes").elements()) {
            String role = node.at("role", "value").text().orElse("");
            if (!node.get("ignored").isTrue()
                    && List.of("button", "textbox", "combobox", "progressbar", "dialog", "link", "Audio")
                            .contains(role)) {
                controls.add(role + ": " + node.at("name", "value").text().orElse(""));
            }
        }
        return controls;
    }

    /** Returns everything that the browser complained about. */
    public List<String> problems() {
        List<String> problems = new ArrayList<>();
        for (Json event : devTools.events(session)) {
            Json params = event.get("params");
            switch (event.get("method").text().orElse("")) {
                case "Runtime.exceptionThrown" ->
                    problems.add(params.at("exceptionDetails", "exception", "description")
                            .text()
                            .orElse("exception"));
                case "Runtime.consoleAPICalled" ->
                    problems.add("console: " + params.get("type").text().orElse(""));
                case "Log.entryAdded" ->
                    problems.add(params.at("entry", "text").text().orElse("") + " "
                            + URI.create(params.at("entry", "url").text().orElse(""))
                                    .getPath());
                default -> {}
            }
        }
        return problems;
    }

    /** Takes a picture of what is to be seen, once nothing moves. */
    public void picture(String name) throws IOException {
        picture("desk", name);
    }

    /** Takes a picture of another page. */
    public void picture(String what, String name) throws IOException {
        until("document.fonts.status === 'loaded' && document.getAnimations()"
                + ".filter(a => a.animationName !== 'ring').every(a => a.playState === 'finished')");
        String png = send("Page.captureScreenshot", Map.of("format", "png", "optimizeForSpeed", false))
                .get("data")
                .text()
                .orElseThrow();
        Files.createDirectories(IMAGES);
        Files.write(
                IMAGES.resolve(what + "-" + name + ".png"), Base64.getDecoder().decode(png));
    }

    @Override
    public void close() {
        devTools.send("", "Target.disposeBrowserContext", Map.of("browserContextId", context));
    }

    private Json send(String method, Map<String, ?> parameters) {
        return devTools.send(session, method, parameters);
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + "\"";
    }
}
