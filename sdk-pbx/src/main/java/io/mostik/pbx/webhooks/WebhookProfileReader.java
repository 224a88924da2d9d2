package io.mostik.pbx.webhooks;

import io.mostik.core.json.Json;
import io.mostik.core.json.JsonCodec;
import io.mostik.core.webhook.WebhookReply;
import io.mostik.pbx.CallDirection;
import io.mostik.pbx.CallOutcome;
import io.mostik.pbx.PhoneReader;
import io.mostik.pbx.internal.Settings;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads a profile from a file. Not thread-safe. */
final class WebhookProfileReader {

    private static final JsonCodec JSON = JsonCodec.camelCase();

    private static final Settings<WebhookProfileReader> SETTINGS = new Settings<WebhookProfileReader>()
            .each("incoming", (reader, field, names) -> reader.incoming = changed(reader.incoming, field, names))
            .each("callData", (reader, field, names) -> reader.callData = changed(reader.callData, field, names))
            .read("zone", WebhookProfileReader::zone, (reader, zone) -> reader.values.zone(zone))
            .text("region", (reader, region) -> reader.values.region(region))
            .each(
                    "directionWords",
                    (reader, word, meaning) ->
                            reader.values.putDirectionWord(word, meaning(CallDirection.class, meaning)))
            .each(
                    "outcomeWords",
                    (reader, word, meaning) -> reader.values.putOutcomeWord(word, meaning(CallOutcome.class, meaning)))
            .each(
                    "phaseWords",
                    (reader, word, meaning) -> reader.values.putPhaseWord(word, meaning(EventPhase.class, meaning)))
            .word("numberStyle", PhoneReader.Style.class, (reader, style) -> reader.values.numberStyle(style))
            .text("extensionPattern", (reader, pattern) -> reader.values.extensionPattern(pattern))
            .texts("withheldWords", (reader, words) -> reader.values.withheldWords(words))
            .text("numberStrip", (reader, pattern) -> reader.values.numberStrip(pattern))
            .texts("absent", (reader, patterns) -> reader.values.absent(patterns))
            .texts("timePatterns", (reader, patterns) -> reader.values.timePatterns(patterns))
            .word("durationUnit", ChronoUnit.class, (reader, unit) -> reader.values.durationUnit(unit))
            .text("durationPattern", (reader, pattern) -> reader.values.durationPattern(pattern))
            .each("events", (reader, word, rule) -> reader.profile.putEvent(word, event(rule)))
            .any(
                    "directionRules",
                    (reader, rules) ->
                            rules.elements().forEach(rule -> reader.profile.addDirectionRule(direction(rule))))
            .read(
                    "outcomeFrom",
                    text -> isSecond(text, "words", "phases"),
                    (reader, phases) -> reader.profile.outcomeFromPhases(phases))
            .read(
                    "timesFrom",
                    text -> isSecond(text, "push", "receipt"),
                    (reader, receipt) -> reader.profile.timesFromReceipt(receipt))
            .text("callIdPattern", (reader, pattern) -> reader.profile.callIdPattern(pattern))
            .texts("retryFields", (reader, names) -> reader.profile.retryFields(names))
            .any("reply", (reader, reply) -> reader.profile.reply(reply(reply)))
            .text("echo", (reader, parameter) -> reader.profile.echo(parameter))
            .text("items", (reader, items) -> reader.profile.items(items));

    private final WebhookProfile.Builder profile = WebhookProfile.builder();
    private final ValueRules.Builder values = ValueRules.builder();
    private FieldMap incoming = FieldMap.incoming();
    private FieldMap callData = FieldMap.callData();

    private WebhookProfileReader() {}

    static WebhookProfile fromJson(String json) {
        return read(Settings.ofJson(json));
    }

    static WebhookProfile fromProperties(Properties properties) {
        return read(Settings.ofProperties(properties));
    }

    private static WebhookProfile read(Json settings) {
        WebhookProfileReader reader = new WebhookProfileReader();
        SETTINGS.apply(settings, reader);
        return reader.profile
                .incoming(reader.incoming)
                .callData(reader.callData)
                .values(reader.values.build())
                .build();
    }

    private static FieldMap changed(FieldMap map, String setting, Json names) {
        CallField field = Arrays.stream(CallField.values())
                .filter(one -> one.setting().equals(setting))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(setting + " is not a field"));
        boolean isOnly = names.isObject() && names.names().equals(Set.of("="));
        String[] list = Settings.textsOf(isOnly ? names.get("=") : names).toArray(String[]::new);
        return isOnly ? map.only(field, list) : map.with(field, list);
    }

    private static <T extends Enum<T>> T meaning(Class<T> words, Json meaning) {
        String wanted = Settings.textOf(meaning);
        return Arrays.stream(words.getEnumConstants())
                .filter(word -> word.name().equalsIgnoreCase(wanted))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        wanted + " is none of " + Arrays.toString(words.getEnumConstants())));
    }

    /** One word for the phase, or an object of phase, direction and outcome. */
    private static EventRule event(Json rule) {
        if (!rule.isObject()) {
            return EventRule.of(meaning(EventPhase.class, rule));
        }
        known(rule, "phase", "direction", "outcome");
        return new EventRule(
                present(rule.get("phase")).map(word -> meaning(EventPhase.class, word)),
                present(rule.get("direction")).map(word -> meaning(CallDirection.class, word)),
                present(rule.get("outcome")).map(word -> meaning(CallOutcome.class, word)));
    }

    private static DirectionRule direction(Json rule) {
        known(rule, "at", "matches", "without", "is");
        return new DirectionRule(
                Settings.textOf(rule.get("at")),
                rule.get("matches").text().map(Pattern::compile),
                rule.get("without").text(),
                meaning(CallDirection.class, rule.get("is")));
    }

    private static WebhookReply reply(Json reply) {
        known(reply, "status", "text", "json", "xml");
        int status = Math.toIntExact(reply.get("status").wholeNumber().orElse(200L));
        WebhookReply answer = reply.get("json").isPresent()
                ? WebhookReply.json(new String(JSON.write(reply.get("json")), StandardCharsets.UTF_8))
                : reply.get("xml").isPresent()
                        ? new WebhookReply(200, "application/xml; charset=utf-8", Settings.textOf(reply.get("xml")))
                        : WebhookReply.text(200, reply.get("text").text().orElse("OK"));
        if (status < 200 || status > 299) {
            throw new IllegalArgumentException("status must be 200 to 299");
        }
        return new WebhookReply(status, answer.contentType(), answer.body());
    }

    private static boolean isSecond(String text, String first, String second) {
        if (!text.equals(first) && !text.equals(second)) {
            throw new IllegalArgumentException(text + " is neither " + first + " nor " + second);
        }
        return text.equals(second);
    }

    private static Optional<Json> present(Json value) {
        return Optional.of(value).filter(Json::isPresent);
    }

    private static void known(Json object, String... names) {
        if (!object.isObject() || !Set.of(names).containsAll(object.names())) {
            throw new IllegalArgumentException("an object of " + Arrays.toString(names) + " was expected");
        }
    }

    private static ZoneId zone(String text) {
        try {
            return ZoneId.of(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("zone is not known", e);
        }
    }
}
