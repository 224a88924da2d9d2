package io.mostik.bridge.link;

import static org.assertj.core.api.Assertions.assertThat;

import io.mostik.core.SdkException;
import io.mostik.testing.AnswerMutation;
import io.mostik.testing.OutgoingWebhook;
import io.mostik.testing.Simulator;
import io.mostik.testing.SimulatorServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each ready link against each fault of both its sides: a value, a gap or a dead letter, never a failure of ours, and never
 * twice. Some of the cases, drawn by a seed; with {@code -Dmostik.links.full=true} all of them.
 */
@Timeout(3600)
@Tag("any-jdk")
class ReadyLinksMatrixTest {

    private static final boolean FULL = Boolean.getBoolean("mostik.links.full");
    private static final long SEED = Long.getLong("mostik.seed", 20261201L);
    private static final int SOME = 3;
    private static final Duration SHORT = Duration.ofSeconds(1);
    private static final int ALL_TRIES = 12;

    private final AtomicInteger number = new AtomicInteger();

    static List<ReadyStory> stories() {
        return ReadyStories.all();
    }

    @ParameterizedTest
    @MethodSource("stories")
    void targetMayFailAnyhow(ReadyStory story) {
        int cases = each(story, faults(), (lab, name, fault) -> {
            Optional<Simulator> target = story.target(lab);
            if (target.isEmpty()) {
                return false;
            }
            int subject = number.incrementAndGet();
            story.prepare(lab, subject);
            fault.accept(target.get().server());

            tell(lab, story, subject);
            List<Run> runs = settled(lab, story, SHORT);

            assertThat(story.done(lab, subject))
                    .as("%s, %s", story.ready(), name)
                    .isLessThanOrEqualTo(1);
            assertSound(story, name, runs);
            return true;
        });
        System.out.println(story.ready() + ": " + cases + " faults of its target, seed " + SEED);
    }

    @ParameterizedTest
    @MethodSource("stories")
    void sourceMayFailAnyhow(ReadyStory story) {
        int cases = each(story, faults(), (lab, name, fault) -> {
            Optional<Simulator> source = story.source(lab);
            if (source.isEmpty()) {
                return false;
            }
            int subject = number.incrementAndGet();
            story.prepare(lab, subject);
            fault.accept(source.get().server());
            tell(lab, story, subject);
            List<Run> spoilt = settled(lab, story, SHORT);
            assertSound(story, name, spoilt);
            off(source.get().server());

            tell(lab, story, subject);
            tell(lab, story, subject);
            List<Run> runs = settled(lab, story, Duration.ofSeconds(20));

            assertThat(story.done(lab, subject))
                    .as("%s, %s: %s", story.ready(), name, runs)
                    .isEqualTo(1);
            assertSound(story, name, runs);
            return true;
        });
        System.out.println(story.ready() + ": " + cases + " faults of its source, seed " + SEED);
    }

    @ParameterizedTest
    @MethodSource("stories")
    void webhooksMayBeCutAndDoubled(ReadyStory story) {
        try (StoryLab lab = new StoryLab(story.ready())) {
            int subject = number.incrementAndGet();
            story.prepare(lab, subject);
            Optional<OutgoingWebhook> hook = story.hook(lab, subject);
            if (hook.isEmpty()) {
                return;
            }
            for (int part = 0; part < 4; part++) {
                cut(hook.get(), part);
            }
            assertThat(settled(lab, story, SHORT)).isEmpty();

            List<Integer> statuses = List.of(1, 2, 3, 4).parallelStream()
                    .map(each -> post(lab, hook.get()))
                    .toList();
            List<Run> runs = settled(lab, story, Duration.ofSeconds(20));
            post(lab, hook.get());

            assertThat(statuses).containsOnly(200);
            assertThat(settled(lab, story, SHORT)).hasSameSizeAs(runs);
            assertThat(story.done(lab, subject))
                    .as("%s: %s", story.ready(), runs)
                    .isEqualTo(1);
            assertSound(story, "doubled", runs);
        }
    }

    @Test
    void whoLeftIsNotCalledInWhateverOrderItIsTold() {
        List<List<String>> orders = List.of(
                List.of("unsubscribe 10:05:00", "subscribe 10:00:00"),
                List.of("unsubscribe 10:05:00", "subscribe 10:00:00", "unsubscribe 10:05:00", "subscribe 10:00:00"),
                List.of("cleaned 10:05:00", "subscribe 10:00:00", "subscribe 10:04:00"));
        try (StoryLab lab = new StoryLab("newsletter-to-calls")) {
            for (List<String> told : orders) {
                for (Map.Entry<String, Consumer<SimulatorServer>> fault : drawn(faults())) {
                    off(lab.vcc.server());
                    fault.getValue().accept(lab.vcc.server());
                    int subject = number.incrementAndGet();
                    for (String one : told) {
                        String[] words = one.split(" ", -1);
                        post(lab, ReadyStories.audience(lab, words[0], subject, words[1]));
                        int unused = lab.links.runDue();
                    }
                    lab.links.takeWaiting();

                    assertThat(ReadyStories.calls(lab, subject))
                            .as("%s, %s", told, fault.getKey())
                            .isZero();
                }
            }
            assertThat(lab.links.history("newsletter-to-calls", Optional.empty(), 1_000))
                    .extracting(Run::state)
                    .containsOnly(RunState.FILTERED);
        }
    }

    /** What is done with one fault; false if the story has nothing that could fail so. */
    private interface Case {
        boolean play(StoryLab lab, String name, Consumer<SimulatorServer> fault);
    }

    private static int each(ReadyStory story, Map<String, Consumer<SimulatorServer>> faults, Case each) {
        int played = 0;
        Optional<StoryLab> kept = story.isFresh() ? Optional.empty() : Optional.of(new StoryLab(story.ready()));
        try {
            for (Map.Entry<String, Consumer<SimulatorServer>> fault : drawn(faults)) {
                StoryLab lab = kept.orElseGet(() -> new StoryLab(story.ready()));
                try {
                    quiet(lab, story);
                    played += each.play(lab, fault.getKey(), fault.getValue()) ? 1 : 0;
                } finally {
                    if (kept.isEmpty()) {
                        lab.close();
                    }
                }
            }
        } finally {
            kept.ifPresent(StoryLab::close);
        }
        return played;
    }

    private static void quiet(StoryLab lab, ReadyStory story) {
        story.source(lab).ifPresent(source -> off(source.server()));
        story.target(lab).ifPresent(target -> off(target.server()));
        while (lab.links.paused(story.ready()).isPresent()) {
            boolean unused = lab.links.resume(story.ready(), "anna", "test");
        }
    }

    private static List<Map.Entry<String, Consumer<SimulatorServer>>> drawn(
            Map<String, Consumer<SimulatorServer>> faults) {
        List<Map.Entry<String, Consumer<SimulatorServer>>> all = new ArrayList<>(faults.entrySet());
        if (FULL) {
            return all;
        }
        Collections.shuffle(all, new Random(SEED));
        return all.subList(0, SOME);
    }

    /** A sender posts, or the feed is read. That a vendor cannot be read is told by these exceptions, and by no other. */
    private static void tell(StoryLab lab, ReadyStory story, int subject) {
        Optional<OutgoingWebhook> hook = story.hook(lab, subject);
        if (hook.isPresent()) {
            assertThat(post(lab, hook.get())).isEqualTo(200);
            return;
        }
        for (Link link : lab.links.current().all()) {
            try {
                lab.links.poll(link.name());
            } catch (SdkException | IllegalStateException expected) {
                assertThat(expected).hasMessageNotContaining("NullPointerException");
            }
        }
    }

    private static List<Run> settled(StoryLab lab, ReadyStory story, Duration longest) {
        int unused = lab.links.runDue();
        lab.links.takeWaiting();
        List<Run> runs = lab.links.history(story.ready(), Optional.empty(), 1_000);
        runs.stream()
                .limit(1)
                .forEach(run -> run.intent().ifPresent(id -> {
                    var settled = lab.bridge.intents().await(id, longest);
                }));
        return lab.links.history(story.ready(), Optional.empty(), 1_000);
    }

    private static void assertSound(ReadyStory story, String name, List<Run> runs) {
        assertThat(runs)
                .as("%s, %s", story.ready(), name)
                .allSatisfy(run -> assertThat(run.notes()).noneMatch(note -> note.contains("Exception")));
    }

    private static int post(StoryLab lab, OutgoingWebhook hook) {
        HttpRequest.Builder request = HttpRequest.newBuilder(hook.uri())
                .method(hook.method(), HttpRequest.BodyPublishers.ofByteArray(hook.body()));
        hook.headers().forEach(request::header);
        return lab.send(request.build());
    }

    /** Sends the head and some quarters of the body, and ends the connection. */
    private static void cut(OutgoingWebhook hook, int quarters) {
        URI uri = hook.uri();
        StringBuilder head = new StringBuilder(hook.method() + " " + uri.getRawPath()
                + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery()) + " HTTP/1.1\r\nHost: "
                + uri.getAuthority()
                + "\r\nContent-Length: " + (hook.body().length + 1) + "\r\n");
        hook.headers()
                .forEach((name, value) ->
                        head.append(name).append(": ").append(value).append("\r\n"));
        try (Socket socket = new Socket(uri.getHost(), uri.getPort())) {
            OutputStream out = socket.getOutputStream();
            out.write(head.append("\r\n").toString().getBytes(StandardCharsets.UTF_8));
            out.write(hook.body(), 0, hook.body().length * quarters / 4);
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void off(SimulatorServer server) {
        server.faults().off();
        server.answers().off();
    }

    private static Map<String, Consumer<SimulatorServer>> faults() {
        Map<String, Consumer<SimulatorServer>> faults = new LinkedHashMap<>();
        faults.put("none", server -> {});
        for (int status : List.of(401, 403, 404, 429, 500, 503)) {
            faults.put("status-" + status, server -> server.faults().answer(status));
            faults.put(
                    "always-" + status, server -> server.faults().answer(status).times(ALL_TRIES));
        }
        faults.put("garbage", server -> server.faults().garbage());
        faults.put("always-garbage", server -> server.faults().garbage().times(ALL_TRIES));
        faults.put("not-http", server -> server.faults().notHttp());
        faults.put("drop-before", server -> server.faults().dropBeforeActing());
        faults.put("reset-before", server -> server.faults().resetBeforeActing());
        faults.put("drop-after", server -> server.faults().actThenDrop());
        faults.put("always-drop-after", server -> server.faults().actThenDrop().times(ALL_TRIES));
        faults.put("reset-after", server -> server.faults().actThenReset());
        faults.put("status-502-after", server -> server.faults().actThenAnswer(502));
        faults.put("half-body", server -> server.faults().cutBody());
        faults.put("always-half-body", server -> server.faults().cutBody().times(ALL_TRIES));
        faults.put(
                "slow-session",
                server -> server.faults().delay(Duration.ofMillis(400)).times(2));
        faults.put("dripping-body", server -> server.faults().slowBody(Duration.ofMillis(1)));
        for (AnswerMutation mutation : AnswerMutation.values()) {
            faults.put(
                    "answer-" + mutation,
                    server -> server.answers().apply(mutation).seed(SEED));
            faults.put(
                    "answers-" + mutation,
                    server -> server.answers().apply(mutation).seed(SEED).times(ALL_TRIES));
        }
        return faults;
    }
}
