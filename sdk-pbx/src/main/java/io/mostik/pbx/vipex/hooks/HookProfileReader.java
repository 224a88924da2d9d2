package io.mostik.pbx.vipex.hooks;

import io.mostik.core.json.Json;
import io.mostik.pbx.CallDirection;
import io.mostik.pbx.CallOutcome;
import io.mostik.pbx.internal.Settings;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Properties;

/** Reads a profile from a file. Belongs to one thread. */
final class HookProfileReader {

    private static final Settings<HookProfileReader> SETTINGS = new Settings<HookProfileReader>()
            .each("incoming", (reader, field, names) -> reader.incoming = changed(reader.incoming, field, names))
            .each("callData", (reader, field, names) -> reader.callData = changed(reader.callData, field, names))
            .read("zone", HookProfileReader::zone, (reader, zone) -> reader.values.zone(zone))
            .text("region", (reader, region) -> reader.values.region(region))
            .each(
                    "directionWords",
                    (reader, word, meaning) ->
                            reader.values.putDirectionWord(word, meaning(CallDirection.class, meaning)))
            .each(
                    "outcomeWords",
                    (reader, word, meaning) -> reader.values.putOutcomeWord(word, meaning(CallOutcome.class, meaning)))
            .text("items", (reader, items) -> reader.items = items);

    private final ValueRules.Builder values = ValueRules.builder();
    private FieldMap incoming = FieldMap.incoming();
    private FieldMap callData = FieldMap.callData();
    private String items = "";

    private HookProfileReader() {}

    static HookProfile fromJson(String json) {
        return read(Settings.ofJson(json));
    }

    static HookProfile fromProperties(Properties properties) {
        return read(Settings.ofProperties(properties));
    }

    private static HookProfile read(Json settings) {
        HookProfileReader reader = new HookProfileReader();
        SETTINGS.apply(settings, reader);
        return HookProfile.builder()
                .incoming(reader.incoming)
                .callData(reader.callData)
                .values(reader.values.build())
                .items(reader.items)
                .build();
    }

    private static FieldMap changed(FieldMap map, String setting, Json names) {
        CallField field = Arrays.stream(CallField.values())
                .filter(one -> one.setting().equals(setting))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(setting + " is not a field"));
        return map.with(field, Settings.textsOf(names).toArray(String[]::new));
    }

    private static <T extends Enum<T>> T meaning(Class<T> words, Json meaning) {
        String wanted = Settings.textOf(meaning);
        return Arrays.stream(words.getEnumConstants())
                .filter(word -> word.name().equalsIgnoreCase(wanted))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        wanted + " is none of " + Arrays.toString(words.getEnumConstants())));
    }

    private static ZoneId zone(String text) {
        try {
            return ZoneId.of(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("zone is not known", e);
        }
    }
}
