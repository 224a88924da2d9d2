package io.mostik.bridge.server.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * One account at a vendor.
 *
 * @param line where it stands in the file
 * @param texts plain settings by name, such as {@code address}
 * @param secrets credentials by name, such as {@code token}
 * @param certificate a client certificate
 * @param organisations whose documents go through it; empty if it is chosen by name
 * @param hooks what proves the vendor's webhooks
 */
public record ConnectionSettings(
        int line,
        String name,
        String vendor,
        Map<String, String> texts,
        Map<String, SecretSetting> secrets,
        Optional<Certificate> certificate,
        List<String> organisations,
        Hooks hooks) {

    /** Checks that no part is missing. */
    public ConnectionSettings {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(vendor, "vendor");
        texts = Map.copyOf(texts);
        secrets = Map.copyOf(secrets);
        Objects.requireNonNull(certificate, "certificate");
        organisations = List.copyOf(organisations);
        Objects.requireNonNull(hooks, "hooks");
    }

    /** Returns the same settings, wherever they stand. */
    ConnectionSettings withoutLine() {
        return new ConnectionSettings(0, name, vendor, texts, secrets, certificate, organisations, hooks);
    }

    /** Returns a plain setting. */
    public Optional<String> text(String setting) {
        return Optional.ofNullable(texts.get(setting));
    }

    /** Returns a credential. */
    public Optional<SecretSetting> secret(String setting) {
        return Optional.ofNullable(secrets.get(setting));
    }

    /**
     * A client certificate with its key.
     *
     * @param file PKCS#12, or the chain as PEM
     * @param key the key as PEM; empty for PKCS#12
     */
    public record Certificate(Path file, Optional<Path> key, Optional<SecretSetting> password) {

        /** Checks that no part is missing. */
        public Certificate {
            Objects.requireNonNull(file, "file");
            Objects.requireNonNull(key, "key");
            Objects.requireNonNull(password, "password");
        }
    }

    /**
     * What proves webhooks, as far as the vendor has it.
     *
     * @param secret the shared secret, key or token
     * @param user name of Basic authentication; empty text for none
     * @param password of Basic authentication
     * @param from addresses or networks they come from; empty for any
     */
    public record Hooks(
            Optional<SecretSetting> secret, String user, Optional<SecretSetting> password, List<String> from) {

        /** Checks that no part is missing. */
        public Hooks {
            Objects.requireNonNull(secret, "secret");
            Objects.requireNonNull(user, "user");
            Objects.requireNonNull(password, "password");
            from = List.copyOf(from);
        }

        /** Returns whether there is anything to prove a webhook with. */
        public boolean isSet() {
            return secret.isPresent() || password.isPresent();
        }
    }
}
