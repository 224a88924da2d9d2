package io.mostik.core.http;

import io.mostik.core.Secret;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Cipher;
import javax.crypto.EncryptedPrivateKeyInfo;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/** Reads a certificate and a key in the form PEM: a chain, and a key in PKCS#8, encrypted or not. */
final class PemFiles {

    private static final Pattern KEY = Pattern.compile(
            "-----BEGIN (ENCRYPTED |RSA |EC )?PRIVATE KEY-----([^-]+)-----END (?:ENCRYPTED |RSA |EC )?PRIVATE KEY-----");

    private PemFiles() {}

    static KeyStore load(Path certificate, Path key, Optional<Secret> password, Secret inner) {
        try {
            CertificateFactory factory = CertificateFactory.getInstance("X.509");
            List<Certificate> chain = List.copyOf(
                    factory.generateCertificates(new ByteArrayInputStream(Files.readAllBytes(certificate))));
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            PrivateKey own = key(Files.readString(key, StandardCharsets.US_ASCII), password, chain);
            store.setKeyEntry("key", own, inner.reveal().toCharArray(), chain.toArray(Certificate[]::new));
            return store;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalArgumentException("certificate or key cannot be read, or the password is wrong: "
                    + e.getClass().getSimpleName());
        }
    }

    private static PrivateKey key(String text, Optional<Secret> password, List<Certificate> chain)
            throws GeneralSecurityException, IOException {
        Matcher found = KEY.matcher(text);
        if (chain.isEmpty() || !found.find()) {
            throw new IllegalArgumentException("certificate or key holds none");
        }
        byte[] content = Base64.getMimeDecoder().decode(found.group(2));
        KeyFactory factory = KeyFactory.getInstance(chain.get(0).getPublicKey().getAlgorithm());
        String form = found.group(1) == null ? "" : found.group(1).strip();
        return switch (form) {
            case "" -> factory.generatePrivate(new PKCS8EncodedKeySpec(content));
            case "ENCRYPTED" -> factory.generatePrivate(decrypted(content, password));
            default ->
                throw new IllegalArgumentException(
                        "key is not in PKCS#8: convert it with openssl pkcs8 -topk8, or use PKCS#12");
        };
    }

    private static PKCS8EncodedKeySpec decrypted(byte[] content, Optional<Secret> password)
            throws GeneralSecurityException, IOException {
        Secret secret =
                password.orElseThrow(() -> new IllegalArgumentException("key is encrypted: password is missing"));
        EncryptedPrivateKeyInfo sealed = new EncryptedPrivateKeyInfo(content);
        String algorithm =
                sealed.getAlgName().equals("PBES2") ? sealed.getAlgParameters().toString() : sealed.getAlgName();
        PBEKeySpec characters = new PBEKeySpec(secret.reveal().toCharArray());
        try {
            // JDK 17 finds no cipher of the name PBES2 by itself.
            Cipher cipher = Cipher.getInstance(algorithm);
            cipher.init(
                    Cipher.DECRYPT_MODE,
                    SecretKeyFactory.getInstance(algorithm).generateSecret(characters),
                    sealed.getAlgParameters());
            return sealed.getKeySpec(cipher);
        } finally {
            characters.clearPassword();
        }
    }
}
