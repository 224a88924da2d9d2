package io.mostik.core.http;

import io.mostik.core.Secret;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.cert.Certificate;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/**
 * An own certificate with its key, as vendors ask for it in the TLS handshake. Its {@link #sslContext()} goes to
 * {@code ClientConfig.builder().sslContext(…)}. Immutable; prints its end only.
 *
 * <pre>{@code
 * ClientCertificate own = ClientCertificate.load(Optional.of(password), Path.of("company.p12"));
 * ClientCertificate same = ClientCertificate.load(Optional.empty(), Path.of("company.crt"), Path.of("company.key"));
 * }</pre>
 */
public final class ClientCertificate {

    private static final String KEY = "key";

    private final KeyStore keys;
    private final Secret password;
    private final Optional<KeyStore> trusted;
    private final Instant expiresAt;
    private @Nullable SSLContext context;

    private ClientCertificate(KeyStore keys, Secret password, Optional<KeyStore> trusted, Instant expiresAt) {
        this.keys = keys;
        this.password = password;
        this.trusted = trusted;
        this.expiresAt = expiresAt;
    }

    /**
     * Reads a certificate, its chain and its key from files, in whatever form and order they lie there: PKCS#12, or PEM
     * with one or all of them in a file, with text, byte order marks and any line ends around; DER too. The key may be in
     * PKCS#8, PKCS#1 or SEC1, plain or encrypted. Of several certificates the one to which the key belongs is taken, and
     * the others make its chain as far as they fit.
     *
     * @param password of the key or the PKCS#12 file; empty if there is none
     * @param files one or more
     * @throws IllegalArgumentException if a file cannot be read, the password is missing or wrong, the certificate or the
     *     key is missing, or the key belongs to another certificate; says which, and never the password
     */
    public static ClientCertificate load(Optional<Secret> password, Path... files) {
        Objects.requireNonNull(password, "password");
        if (files.length == 0) {
            throw new IllegalArgumentException("files must be at least one");
        }
        return of(CertificateFiles.read(List.of(files), password));
    }

    /**
     * Reads a certificate with its key from a PKCS#12 file ({@code .p12}, {@code .pfx}).
     *
     * @throws IllegalArgumentException as {@link #load}
     */
    public static ClientCertificate fromPkcs12(Path file, Secret password) {
        return load(Optional.of(password), file);
    }

    /**
     * Reads a certificate, with its chain, and its key from two PEM files.
     *
     * @param password of the key; empty if the key is not encrypted
     * @throws IllegalArgumentException as {@link #load}
     */
    public static ClientCertificate fromPem(Path certificate, Path key, Optional<Secret> password) {
        return load(password, certificate, key);
    }

    private static ClientCertificate of(CertificateFiles.Pair pair) {
        Secret inner = Secret.of(UUID.randomUUID().toString());
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setKeyEntry(
                    KEY, pair.key(), inner.reveal().toCharArray(), pair.chain().toArray(Certificate[]::new));
            Instant end = pair.chain().get(0).getNotAfter().toInstant();
            return new ClientCertificate(store, inner, Optional.empty(), end);
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalArgumentException("certificate cannot be used", e);
        }
    }

    /** Returns this certificate, trusting only servers whose issuers a PKCS#12 file holds; the JDK's by default. */
    public ClientCertificate trusting(Path trustStore, Secret trustPassword) {
        return trusting(load(trustStore, trustPassword));
    }

    /** Returns this certificate, trusting only servers with these issuers. */
    public ClientCertificate trusting(Iterable<? extends Certificate> issuers) {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            int number = 0;
            for (Certificate issuer : issuers) {
                store.setCertificateEntry("issuer-" + number++, issuer);
            }
            return trusting(store);
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalArgumentException(
                    "issuers cannot be used: " + e.getClass().getSimpleName());
        }
    }

    private ClientCertificate trusting(KeyStore store) {
        return new ClientCertificate(keys, password, Optional.of(store), expiresAt);
    }

    /** Returns when it ends. */
    public Instant expiresAt() {
        return expiresAt;
    }

    /** Returns the SHA-256 of the certificate as hexadecimal digits in small letters, by which others know it again. */
    public String fingerprint() {
        try {
            byte[] whole = keys.getCertificate(KEY).getEncoded();
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(whole));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("certificate cannot be read", e);
        }
    }

    /**
     * Returns the TLS context that shows this certificate: always the same one, so that all clients with this certificate
     * share their connections in a runtime.
     */
    public synchronized SSLContext sslContext() {
        if (context == null) {
            context = newContext();
        }
        return context;
    }

    private SSLContext newContext() {
        char[] characters = password.reveal().toCharArray();
        try {
            KeyManagerFactory own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            own.init(keys, characters);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(own.getKeyManagers(), trustManagers(), null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException(
                    "certificate cannot be used: " + e.getClass().getSimpleName());
        } finally {
            Arrays.fill(characters, ' ');
        }
    }

    private TrustManager[] trustManagers() throws GeneralSecurityException {
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted.orElse(null));
        return trust.getTrustManagers();
    }

    private static KeyStore load(Path file, Secret password) {
        char[] characters = password.reveal().toCharArray();
        try (InputStream in = Files.newInputStream(file)) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(in, characters);
            return store;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalArgumentException("file of the certificate cannot be read, or its password is wrong: "
                    + e.getClass().getSimpleName());
        } finally {
            Arrays.fill(characters, ' ');
        }
    }

    @Override
    public String toString() {
        return "ClientCertificate[ends " + expiresAt + "]";
    }
}
