package io.mostik.pbx.config;

import io.mostik.core.webhook.WebhookAuthentication;
import io.mostik.core.webhook.WebhookRequest;
import io.mostik.pbx.webhooks.PbxWebhooks;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * The command {@code check pbx.json sample.http}: shows what is read of a push, from where, and what is not. The sample is a
 * request as it goes over the wire: the line with verb and address, headers, an empty line, the body. Proofs are not checked,
 * and no variable of the environment is needed. Values are shown: the sample is your own.
 */
public final class PbxCheck {

    private static final String FROM = " <- ";

    private PbxCheck() {}

    /** Checks a file, and a sample if one is named; ends with 1 if either cannot be read. */
    public static void main(String[] args) {
        int result = run(List.of(args), System.out);
        if (result != 0) {
            System.exit(result);
        }
    }

    static int run(List<String> args, PrintStream out) {
        if (args.isEmpty() || args.size() > 3) {
            out.println("usage: check pbx.json [sample.http [event of its address]]");
            return 2;
        }
        try {
            PbxConfig config = PbxConfig.read(Path.of(args.get(0)));
            out.println(args.get(0) + ": " + config.name() + " is described; variables "
                    + new TreeSet<>(config.variables().values()));
            delivery(config.delivery()).forEach(out::println);
            if (args.size() > 1) {
                WebhookRequest sample = request(Files.readString(Path.of(args.get(1))));
                show(config, args.size() > 2 ? sample.withQuery("event", args.get(2)) : sample, out);
            }
            return 0;
        } catch (IOException | RuntimeException e) {
            out.println("cannot be read: " + e.getMessage());
            return 1;
        }
    }

    private static List<String> delivery(Delivery delivery) {
        List<String> lines = new ArrayList<>();
        delivery.attempts()
                .ifPresent(times -> lines.add(
                        times == 1
                                ? "a push is sent once: what the receiver misses only a list of calls tells"
                                : "a push is sent up to " + times + " times"));
        if (!delivery.note().isEmpty()) {
            lines.add("delivery: " + delivery.note());
        }
        return lines;
    }

    private static void show(PbxConfig config, WebhookRequest sample, PrintStream out) {
        PbxWebhooks webhooks = PbxWebhooks.builder()
                .profile(config.webhookProfile())
                .authentication(WebhookAuthentication.none())
                .build();
        Map<String, String> left = new LinkedHashMap<>(webhooks.everything(sample));
        for (Map<String, String> call : webhooks.explain(sample)) {
            out.println("call:");
            call.forEach((field, text) -> out.println("  " + field + " = " + text));
            call.values().forEach(text -> left.keySet().removeIf(path -> isAt(path, text)));
        }
        webhooks.callData().receive(sample).calls().forEach(call -> {
            if (!call.timesOfReceipt().isEmpty()) {
                out.println("  the moment of receipt stands for " + call.timesOfReceipt());
            }
            out.println("  phase " + call.phase() + ", " + call.direction() + ", outcome " + call.outcome());
            if (!call.unreadable().isEmpty()) {
                out.println("  could not be understood: " + call.unreadable());
            }
        });
        out.println(left.isEmpty() ? "everything was read" : "not read:");
        left.forEach((path, text) -> out.println("  " + path + " = " + text));
    }

    private static boolean isAt(String path, String text) {
        int from = text.lastIndexOf(FROM);
        return from >= 0 && folded(path).equals(folded(text.substring(from + FROM.length())));
    }

    private static String folded(String path) {
        return path.replaceAll("[_-]", "").toLowerCase(java.util.Locale.ROOT);
    }

    /** Reads a request as it goes over the wire. */
    static WebhookRequest request(String text) {
        String unix = text.replace("\r\n", "\n");
        int end = unix.indexOf("\n\n");
        String[] head = (end < 0 ? unix : unix.substring(0, end)).strip().split("\n", -1);
        String[] line = head[0].split(" ", 3);
        if (line.length < 2) {
            throw new IllegalArgumentException("a sample begins with a verb and an address");
        }
        Map<String, List<String>> headers = new LinkedHashMap<>();
        for (int i = 1; i < head.length; i++) {
            int colon = head[i].indexOf(':');
            if (colon < 1) {
                throw new IllegalArgumentException("header " + i + " of the sample has no colon");
            }
            headers.put(
                    head[i].substring(0, colon),
                    List.of(head[i].substring(colon + 1).strip()));
        }
        int query = line[1].indexOf('?');
        byte[] body =
                end < 0 ? new byte[0] : unix.substring(end + 2).stripTrailing().getBytes(StandardCharsets.UTF_8);
        return new WebhookRequest(line[0], query < 0 ? "" : line[1].substring(query + 1), headers, body);
    }
}
