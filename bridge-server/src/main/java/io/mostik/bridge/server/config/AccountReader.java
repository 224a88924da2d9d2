package io.mostik.bridge.server.config;

import io.mostik.bridge.text.Nearest;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads who asks, who looks, and through which accounts things are done. */
final class AccountReader {

    private static final int SHORTEST_KEY = 24;
    private static final int MOST_BASES = 100;
    private static final int MOST_CONNECTIONS = 50;
    private static final String NAME = "[A-Za-z0-9][A-Za-z0-9_-]{0,39}";

    private final Section root;
    private final Path folder;
    private final ZoneId zone;

    AccountReader(Section root, Path folder, ZoneId zone) {
        this.root = root;
        this.folder = folder;
        this.zone = zone;
    }

    List<CallerSettings> bases() {
        List<CallerSettings> bases = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (Section section : root.sections("bases")) {
            String name = name(section, names);
            List<SecretSetting> keys = new ArrayList<>();
            section.secrets("key").forEach(keys::add);
            keys.forEach(key -> checkLength(section, key));
            if (keys.isEmpty() || keys.size() > 2) {
                section.problem("key", "one key is needed, or two while they are changed");
            }
            bases.add(new CallerSettings(
                    name,
                    keys,
                    section.texts("may"),
                    section.texts("organisations").stream()
                            .map(each -> each.toLowerCase(Locale.ROOT))
                            .toList(),
                    section.word("language", "en", "en", "ru", "hu", "pl"),
                    section.zone("zone").orElse(zone),
                    section.word("charset", "utf-8", "utf-8", "windows-1251").equals("utf-8")
                            ? StandardCharsets.UTF_8
                            : Charset.forName("windows-1251")));
            if (!section.has("may")) {
                section.problem("may", "this is missing: name the actions, such as [cards.*]");
            }
            section.end();
        }
        tooMany("bases", bases.size(), MOST_BASES);
        return bases;
    }

    List<PersonSettings> people() {
        List<PersonSettings> people = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (Section section : root.sections("people")) {
            String name = section.needText("name");
            if (!names.add(name)) {
                section.problem("name", "this name is there already");
            }
            Optional<SecretSetting> key = section.needSecret("key");
            key.ifPresent(each -> checkLength(section, each));
            String role = section.word("role", "viewer", "viewer", "operator", "approver");
            key.ifPresent(each -> people.add(
                    new PersonSettings(name, each, PersonSettings.Role.valueOf(role.toUpperCase(Locale.ROOT)))));
            section.end();
        }
        return people;
    }

    List<ConnectionSettings> connections() {
        List<ConnectionSettings> connections = new ArrayList<>();
        root.section("connections").named().forEach((name, section) -> {
            if (!name.matches(NAME)) {
                section.problem("", "a name of letters, digits, - and _ is expected");
            }
            connections.add(connection(name, section));
        });
        tooMany("connections", connections.size(), MOST_CONNECTIONS);
        return connections;
    }

    private ConnectionSettings connection(String name, Section section) {
        String vendor = section.needText("vendor");
        if (!vendor.isEmpty() && !VendorRules.names().contains(vendor)) {
            section.problem("vendor", "unknown vendor" + Nearest.hint(vendor, VendorRules.names()));
        }
        VendorRules rules = VendorRules.of(vendor);
        Map<String, String> texts = new LinkedHashMap<>();
        rules.needed().forEach(each -> texts.put(each, section.needText(each)));
        rules.further()
                .forEach(each -> (VendorRules.SWITCHES.contains(each) ? on(section, each) : section.text(each))
                        .ifPresent(text -> texts.put(each, text)));
        Map<String, SecretSetting> secrets = new LinkedHashMap<>();
        rules.secrets().forEach(each -> section.needSecret(each).ifPresent(secret -> secrets.put(each, secret)));
        if (vendor.equals("http")) {
            section.secret("token").ifPresent(secret -> secrets.put("token", secret));
        }
        ConnectionSettings read = new ConnectionSettings(
                section.line(),
                name,
                vendor,
                texts,
                secrets,
                rules.certificate() ? certificate(section) : Optional.empty(),
                section.texts("organisations").stream()
                        .map(each -> each.toLowerCase(Locale.ROOT))
                        .toList(),
                hooks(section, rules.hooks()));
        if (VendorRules.names().contains(vendor)) {
            section.end();
        }
        return read;
    }

    /** Returns a switch that is on; a word that is neither is no silent "off". */
    private static Optional<String> on(Section section, String name) {
        return section.flag(name) ? Optional.of("true") : Optional.empty();
    }

    private Optional<ConnectionSettings.Certificate> certificate(Section section) {
        if (!section.has("certificate")) {
            return Optional.empty();
        }
        Section certificate = section.section("certificate");
        Path file = folder.resolve(certificate.needText("file"));
        Optional<Path> key = certificate.text("key").map(folder::resolve);
        Optional<SecretSetting> password = certificate.secret("password");
        if (key.isEmpty() && password.isEmpty()) {
            certificate.problem("", "password for a PKCS#12 file, or key for a PEM file, is missing");
        }
        certificate.end();
        return Optional.of(new ConnectionSettings.Certificate(file, key, password));
    }

    /** What does not prove this vendor's webhooks is no setting of theirs: a key that nobody compares is worse than none. */
    private static ConnectionSettings.Hooks hooks(Section section, List<String> names) {
        if (names.isEmpty() || !section.has("hooks")) {
            return new ConnectionSettings.Hooks(Optional.empty(), "", Optional.empty(), List.of());
        }
        Section hooks = section.section("hooks");
        ConnectionSettings.Hooks read = new ConnectionSettings.Hooks(
                names.contains("secret") ? hooks.secret("secret") : Optional.empty(),
                names.contains("user") ? hooks.text("user").orElse("") : "",
                names.contains("password") ? hooks.secret("password") : Optional.empty(),
                names.contains("from") ? hooks.texts("from") : List.of());
        if (!hooks.has("secret") && !hooks.has("password")) {
            section.problem("hooks", "nothing here proves a webhook; it can have " + String.join(", ", names));
        }
        hooks.end();
        return read;
    }

    private static String name(Section section, Set<String> taken) {
        String name = section.needText("name");
        if (!name.isEmpty() && !name.matches(NAME)) {
            section.problem("name", "a name of letters, digits, - and _ is expected");
        }
        if (!taken.add(name)) {
            section.problem("name", "this name is there already");
        }
        return name;
    }

    private static void checkLength(Section section, SecretSetting key) {
        if (key.value().reveal().length() < SHORTEST_KEY) {
            section.problem(
                    "key",
                    "the key has fewer than " + SHORTEST_KEY + " characters; mostik-bridge init makes good ones");
        }
    }

    private void tooMany(String name, int count, int most) {
        if (count > most) {
            root.problem(name, "at most " + most);
        }
    }
}
