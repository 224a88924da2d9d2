package io.mostik.pbx.config;

import io.mostik.core.webhook.WebhookRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The pushes of one call of a vendor as bodies, out of {@code wire.txt}. */
record WireCall(String vendor, String kind, List<String> lines) {

    private static final long YEAR_ZERO = 62_167_219_200L;
    private static final Pattern TIME = Pattern.compile("\\{(e|g|l|f|iso|rfc)\\+([0-9]+)}");
    private static final Pattern ENCODED = Pattern.compile("<<(.*?)>>");

    /** One push: the end of its address, which may be empty, and what is sent. */
    record Push(String event, String kind, String body) {

        WebhookRequest request() {
            return kind.equals("query")
                    ? new WebhookRequest("GET", body, Map.of(), new byte[0])
                    : new WebhookRequest(
                            "POST",
                            "",
                            Map.of("Content-Type", List.of(contentType())),
                            body.getBytes(StandardCharsets.UTF_8));
        }

        String contentType() {
            return kind.equals("json") ? "application/json" : "application/x-www-form-urlencoded";
        }
    }

    static Map<String, WireCall> all() {
        Map<String, WireCall> all = new LinkedHashMap<>();
        String[] head = {"", ""};
        for (String line : PresetsTest.resource("wire.txt").lines().toList()) {
            if (line.startsWith("== ")) {
                head = line.substring(3).split(" ", 2);
                all.put(head[0], new WireCall(head[0], head[1], new ArrayList<>()));
            } else if (!line.startsWith("#")) {
                all.get(head[0]).lines().add(line);
            }
        }
        return all;
    }

    PbxConfig config() {
        return PbxConfig.presets().contains(vendor)
                ? PbxConfig.preset(vendor)
                : PbxConfig.fromJson(PresetsTest.resource(vendor + ".json"));
    }

    /** Returns the pushes of the call with this number, in the order in which they happen. */
    List<Push> pushes(int number, ZoneId zone) {
        Instant start = Instant.parse("2026-03-02T09:15:00Z").plusSeconds(600L * number);
        List<Push> pushes = new ArrayList<>();
        for (String line : lines) {
            Matcher address = Pattern.compile("([a-z/]+)\\|(.*)").matcher(line);
            boolean isAddressed = address.matches();
            String body =
                    (isAddressed ? address.group(2) : line).replace("{n}", String.valueOf(1_000 + number % 9_000));
            String timed = TIME.matcher(body)
                    .replaceAll(found -> Matcher.quoteReplacement(
                            time(found.group(1), start.plusSeconds(Long.parseLong(found.group(2))), zone)));
            String encoded = ENCODED.matcher(timed)
                    .replaceAll(found ->
                            Matcher.quoteReplacement(URLEncoder.encode(found.group(1), StandardCharsets.UTF_8)));
            pushes.add(new Push(isAddressed ? address.group(1) : "", kind, encoded));
        }
        return pushes;
    }

    private static String time(String form, Instant time, ZoneId zone) {
        String local = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss")
                .withZone(zone)
                .format(time);
        return switch (form) {
            case "e" -> String.valueOf(time.getEpochSecond());
            case "g" -> String.valueOf(time.getEpochSecond() + YEAR_ZERO);
            case "l" -> local;
            case "f" -> local.replace(' ', '+').replace(":", "%3A");
            case "iso" -> time.toString();
            default -> DateTimeFormatter.RFC_1123_DATE_TIME.format(time.atZone(ZoneOffset.UTC));
        };
    }
}
