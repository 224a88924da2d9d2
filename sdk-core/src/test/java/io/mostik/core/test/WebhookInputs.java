package io.mostik.core.test;

import io.mostik.core.test.WebhookSample.Place;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/** Everything odd that one receiver has to take or to refuse, with the answers that are right. */
final class WebhookInputs {

    private static final Charset LATIN_2 = Charset.forName("ISO-8859-2");
    private static final Charset WINDOWS_1250 = Charset.forName("windows-1250");
    private static final long HUNDRED_MEGABYTES = 100L * 1024 * 1024;
    private static final long FIVE_GIGABYTES = 5L * 1024 * 1024 * 1024;
    private static final Set<Integer> TAKEN = Set.of(200);
    private static final Set<Integer> REFUSED = Set.of(400, 401);

    private final WebhookSample sample;
    private final List<Input> inputs = new ArrayList<>();

    /**
     * One request.
     *
     * @param answers every status that is right; an event is handled if and only if it is 200
     * @param isTold whether a refusal is the receiver's own, and not the server's
     */
    record Input(String name, Supplier<byte[]> bytes, Set<Integer> answers, boolean isTold) {}

    private WebhookInputs(WebhookSample sample) {
        this.sample = sample;
    }

    /**
     * Returns the requests.
     *
     * @param ofOtherId the answer to a genuine request with another id in a header
     */
    static List<Input> of(WebhookSample sample, int ofOtherId) {
        WebhookInputs all = new WebhookInputs(sample);
        all.framings();
        all.sizes();
        all.proofs();
        all.add("another id in the header", () -> sample.wire().header("X-Webhook-Id: another"), Set.of(ofOtherId));
        all.charsets();
        return all.inputs;
    }

    /** Returns other spellings of the event, each with other charsets. */
    static List<Input> spellings(List<WebhookSample> samples, Set<Integer> answers) {
        List<Input> inputs = new ArrayList<>();
        for (WebhookSample other : samples) {
            WebhookInputs all = new WebhookInputs(other);
            String what = other.verb() + " " + other.headers().getOrDefault("Content-Type", "") + " ";
            all.add(what, other::wire, answers);
            if (answers.equals(TAKEN) && !other.text().isEmpty()) {
                all.add(what + "Latin-2", () -> other.in(LATIN_2, true).wire(), answers);
                all.add(
                        what + "windows-1250, not declared",
                        () -> other.in(WINDOWS_1250, false).wire(),
                        answers);
                all.add(what + "chunked", () -> other.wire().chunked(7), answers);
            }
            inputs.addAll(all.inputs);
        }
        return inputs;
    }

    private void framings() {
        add("as the vendor sends it", sample::wire, TAKEN);
        add("chunked", () -> sample.wire().chunked(16), TAKEN);
        add("a chunk for each byte", () -> sample.wire().chunked(1), TAKEN);
        add("HTTP/1.0", () -> sample.wire().version("HTTP/1.0"), TAKEN);
        add("names in capitals", () -> sample.wire().capitals(), TAKEN);
        add("told to wait for 100", () -> sample.wire().header("Expect: 100-continue"), TAKEN);
        add("byte order mark", () -> sample.text("\uFEFF" + sample.text()).wire(), TAKEN);
        add("unknown verb", () -> sample.wire().verb("PROPFIND"), Set.of(405));
        add("no length", () -> sample.wire().withoutLength().cut(0), Set.of(400, 401, 411), false);
        add(
                "no length, HTTP/1.0",
                () -> sample.wire().version("HTTP/1.0").withoutLength().cut(0),
                REFUSED);
        add("two lengths", () -> sample.wire().header("Content-Length: 5"), REFUSED, false);
    }

    private void sizes() {
        add("gzip", () -> sample.wire().header("Content-Encoding: gzip"), Set.of(415));
        add("100 MB announced", () -> sample.wire().announcing(HUNDRED_MEGABYTES), Set.of(413));
        add("5 GB announced", () -> sample.wire().announcing(FIVE_GIGABYTES), Set.of(413));
    }

    private void proofs() {
        boolean isSigned = sample.proof().place() == Place.SIGNATURE;
        add("wrong proof", () -> sample.wrong().wire(), Set.of(401));
        add("no proof", () -> sample.wire().unproven(), Set.of(401));
        add("proof twice", () -> sample.wire().prove(), Set.of(401));
        add("right and wrong proof", () -> sample.wrong().wire().header(right()), Set.of(401));
        add("proof in capitals", () -> sample.upperCase().wire(), Set.of(isSigned ? 200 : 401));
    }

    /** A key in the query is doubled there; here, a header of another kind does no harm. */
    private String right() {
        String name = sample.proof().place() == Place.QUERY
                ? "X-Unrelated"
                : sample.proof().name();
        return name + ": " + sample.key();
    }

    private void charsets() {
        Set<Integer> rightOrRefused = Set.of(200, 400, 401);
        add("Latin-2", () -> sample.in(LATIN_2, true).wire(), rightOrRefused);
        add("Latin-2, not declared", () -> sample.in(LATIN_2, false).wire(), rightOrRefused);
        add("UTF-16", () -> sample.in(StandardCharsets.UTF_16LE, true).wire(), rightOrRefused);
        add(
                "unknown charset",
                () -> sample.header("Content-Type", "text/plain; charset=klingon")
                        .wire(),
                rightOrRefused);
        add("two types", () -> sample.wire().header("Content-Type: text/plain"), rightOrRefused);
    }

    private void add(String name, Supplier<WebhookWire> wire, Set<Integer> answers) {
        add(name, wire, answers, true);
    }

    private void add(String name, Supplier<WebhookWire> wire, Set<Integer> answers, boolean isTold) {
        inputs.add(new Input(name, () -> wire.get().bytes(), answers, isTold));
    }
}
