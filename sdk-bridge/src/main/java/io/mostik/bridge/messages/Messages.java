package io.mostik.bridge.messages;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the codes of the bridge mean, in English, Russian, Hungarian and Polish. The code is what programs go by; the text
 * helps people. At most 160 characters. Thread-safe.
 */
public final class Messages {

    /** The languages, by their two letters. */
    public static final List<String> LANGUAGES = List.of("en", "ru", "hu", "pl");

    private static final String ENGLISH = "en";
    private static final String OTHER = "other";
    private static final int LONGEST = 160;
    private static final Pattern PARAMETER = Pattern.compile("\\{([a-z_]+)}");
    private static final char NO_BREAK = '\u00A0';
    private static final Map<String, Map<String, String>> TEXTS = all();

    private Messages() {}

    private static Map<String, Map<String, String>> all() {
        Map<String, Map<String, String>> all = new LinkedHashMap<>();
        LANGUAGES.forEach(language -> all.put(language, read("messages_" + language + ".properties")));
        return all;
    }

    private static Map<String, String> read(String file) {
        Properties read = new Properties();
        try (InputStream bytes = Objects.requireNonNull(Messages.class.getResourceAsStream(file), file);
                Reader text = new InputStreamReader(bytes, StandardCharsets.UTF_8)) {
            read.load(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, String> texts = new LinkedHashMap<>();
        read.stringPropertyNames().forEach(code -> texts.put(code, read.getProperty(code)));
        return texts;
    }

    /** Returns all codes, sorted. */
    public static Set<String> codes() {
        return new TreeSet<>(Objects.requireNonNull(TEXTS.get(ENGLISH)).keySet());
    }

    /**
     * Returns what a code means.
     *
     * @param code the code; one that is not known is named in a general text
     * @param language two letters; English for others than {@link #LANGUAGES}
     * @param parameters what is filled in by name, written for that language; a dash stands for what is missing
     */
    public static String text(String code, String language, Map<String, String> parameters) {
        Map<String, String> texts =
                Optional.ofNullable(TEXTS.get(language)).orElseGet(() -> Objects.requireNonNull(TEXTS.get(ENGLISH)));
        String known = texts.get(code);
        String filled = known == null
                ? fill(Objects.requireNonNull(texts.get(OTHER)), Map.of("code", code))
                : fill(known, parameters);
        return filled.length() <= LONGEST ? filled : filled.substring(0, LONGEST - 1) + "…";
    }

    private static String fill(String text, Map<String, String> parameters) {
        return PARAMETER.matcher(text).replaceAll(found -> {
            String value = parameters.get(found.group(1));
            return Matcher.quoteReplacement(value == null ? "–" : value);
        });
    }

    /** Returns an amount with two decimals as people of a language write it: {@code 1 450,50} or {@code 1,450.50}. */
    public static String amount(BigDecimal amount, String language) {
        DecimalFormatSymbols signs = new DecimalFormatSymbols(Locale.ROOT);
        if (!language.equals(ENGLISH)) {
            signs.setGroupingSeparator(NO_BREAK);
            signs.setDecimalSeparator(',');
        }
        return new DecimalFormat("#,##0.00", signs).format(amount);
    }
}
