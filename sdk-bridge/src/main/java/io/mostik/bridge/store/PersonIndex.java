package io.mostik.bridge.store;

import io.mostik.core.Secret;
import io.mostik.core.json.Json;
import io.mostik.pbx.PhoneReader;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Finds what is kept of a person by telephone number or e-mail address, of which only an HMAC is stored. A value counts as a
 * number if it is written with a plus, or if its name says so and the region is known. Thread-safe.
 */
public final class PersonIndex {

    /** The kind of rows about intents. */
    public static final String INTENT = "intent";

    /** The kind of rows about runs of links. */
    public static final String RUN = "run";

    private static final String ALGORITHM = "HmacSHA256";
    private static final int LONGEST_EMAIL = 254;
    private static final int LONGEST_PHONE = 40;
    private static final int DEEPEST = 20;
    private static final Pattern EMAIL = Pattern.compile("[^\\s@<>,;\"]+@[^\\s@<>,;\"]+\\.[^\\s@<>,;\".]+");
    private static final Pattern DIGITS = Pattern.compile("\\+?[0-9 ()/.\\u00A0-]{5,}");
    private static final Pattern PHONE_NAME = Pattern.compile(
            ".*(phone|tel|mobil|caller|called|\\u0442\\u0435\\u043b\\u0435\\u0444).*|(.*[.])?number",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private final Secret pepper;

    /** Creates the index of a pepper, which has to stay the same. */
    public PersonIndex(Secret pepper) {
        this.pepper = pepper;
    }

    /** Returns an address as it is compared. */
    public static Optional<String> email(String text) {
        String address = text.strip().toLowerCase(Locale.ROOT);
        return address.length() <= LONGEST_EMAIL && EMAIL.matcher(address).matches()
                ? Optional.of("email:" + address)
                : Optional.empty();
    }

    /** Returns a number as it is compared; a national one needs the region. */
    public static Optional<String> phone(String text, Optional<String> region) {
        String number = text.strip();
        boolean isReadable = number.startsWith("+") || region.isPresent();
        if (!isReadable
                || number.length() > LONGEST_PHONE
                || !DIGITS.matcher(number).matches()) {
            return Optional.empty();
        }
        return PhoneReader.of(region.orElse("HU").toUpperCase(Locale.ROOT))
                .read(number)
                .e164()
                .map(digits -> "phone:" + digits);
    }

    /** Returns what is stored of a key. */
    public String hash(String key) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(pepper.reveal().getBytes(StandardCharsets.UTF_8), ALGORITHM));
            return HexFormat.of().formatHex(mac.doFinal(key.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no " + ALGORITHM, e);
        }
    }

    /** Returns the numbers and addresses in values, as they are compared. */
    public static Set<String> keys(Map<String, String> values, Optional<String> region) {
        Set<String> keys = new LinkedHashSet<>();
        values.forEach((name, value) -> {
            boolean isNamed = PHONE_NAME.matcher(name).matches();
            email(value).ifPresent(keys::add);
            phone(value, isNamed ? region : Optional.empty()).ifPresent(keys::add);
        });
        return keys;
    }

    /** Notes whom something is about, by {@link #keys}. */
    public void add(Connection transaction, String kind, String ref, Set<String> keys) throws SQLException {
        for (String key : keys) {
            int unused = Sql.update(
                    transaction,
                    "insert into mb_person (hash, kind, ref) values (?, ?, ?) on conflict do nothing",
                    hash(key),
                    kind,
                    ref);
        }
    }

    /** Notes whom a message is about. */
    public void add(Connection transaction, String kind, String ref, Json data, Optional<String> region)
            throws SQLException {
        Map<String, String> leaves = new LinkedHashMap<>();
        collect("", data, leaves, 0);
        add(transaction, kind, ref, keys(leaves, region));
    }

    /** Returns what is noted of somebody, the oldest first. */
    public static List<String> refs(Connection connection, String kind, String hash) throws SQLException {
        return Sql.list(
                connection,
                "select ref from mb_person where hash = ? and kind = ? order by ref",
                row -> row.getString(1),
                hash,
                kind);
    }

    /** Forgets whom something was about. */
    public static void remove(Connection transaction, String kind, String ref) throws SQLException {
        int unused = Sql.update(transaction, "delete from mb_person where kind = ? and ref = ?", kind, ref);
    }

    private static void collect(String name, Json data, Map<String, String> leaves, int depth) {
        if (depth > DEEPEST) {
            return;
        }
        data.names().forEach(inner -> collect(name + "." + inner, data.get(inner), leaves, depth + 1));
        List<Json> elements = data.elements();
        for (int i = 0; i < elements.size(); i++) {
            collect(name + "." + i, elements.get(i), leaves, depth + 1);
        }
        data.value()
                .filter(value -> value instanceof String || value instanceof Number)
                .ifPresent(value -> leaves.put(name, value.toString()));
    }
}
