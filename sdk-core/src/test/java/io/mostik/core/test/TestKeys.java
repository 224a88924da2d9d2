package io.mostik.core.test;

import static java.util.Objects.requireNonNull;

import io.mostik.core.Secret;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.PBEParameterSpec;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** Keys made on the spot by the JDK's keytool, so that none is kept in the sources. */
public record TestKeys(Path folder, String name, KeyStore store) {

    public static final Secret PASSWORD = Secret.of("changeit");
    private static final String PBES2 = "PBEWithHmacSHA256AndAES_256";
    private static final byte[] PBES2_OID = {
        0x06, 0x09, 0x2a, (byte) 0x86, 0x48, (byte) 0x86, (byte) 0xf7, 0x0d, 0x01, 0x05, 0x0d
    };

    public static TestKeys make(Path folder, String name) throws Exception {
        return make(folder, name, "dns:localhost,ip:127.0.0.1");
    }

    /** Makes a key whose certificate is for other names. */
    public static TestKeys make(Path folder, String name, String names) throws Exception {
        Path file = folder.resolve(name + ".p12");
        String keytool = Path.of(requireNonNull(System.getProperty("java.home")), "bin", "keytool")
                .toString();
        int exit = new ProcessBuilder(
                        keytool,
                        "-genkeypair",
                        "-alias",
                        "key",
                        "-keyalg",
                        "RSA",
                        "-keysize",
                        "2048",
                        "-dname",
                        "CN=" + name,
                        "-ext",
                        "san=" + names,
                        "-validity",
                        "365",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        file.toString(),
                        "-storepass",
                        PASSWORD.reveal())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve(name + ".log").toFile())
                .start()
                .waitFor();
        if (exit != 0) {
            throw new IllegalStateException("keytool ended with " + exit);
        }
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            keys.load(in, characters());
        }
        return new TestKeys(folder, name, keys);
    }

    public Path file() {
        return folder.resolve(name + ".p12");
    }

    public X509Certificate certificate() throws Exception {
        return (X509Certificate) store.getCertificate("key");
    }

    public String fingerprint() throws Exception {
        return HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256")
                        .digest(certificate().getEncoded()));
    }

    public Path pemCertificate() throws Exception {
        return pem("CERTIFICATE", certificate().getEncoded());
    }

    public Path pemKey(boolean encrypted) throws Exception {
        byte[] plain = store.getKey("key", characters()).getEncoded();
        return encrypted ? pem("ENCRYPTED PRIVATE KEY", encrypted(plain)) : pem("PRIVATE KEY", plain);
    }

    public SSLContext contextTrusting(TestKeys peer) throws Exception {
        KeyManagerFactory own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        own.init(store, characters());
        KeyStore certificates = KeyStore.getInstance("PKCS12");
        certificates.load(null, null);
        certificates.setCertificateEntry("peer", peer.certificate());
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(certificates);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(own.getKeyManagers(), trust.getTrustManagers(), null);
        return context;
    }

    private static byte[] encrypted(byte[] plain) throws Exception {
        SecretKey key = SecretKeyFactory.getInstance(PBES2).generateSecret(new PBEKeySpec(characters()));
        byte[] salt = new byte[16];
        new SecureRandom().nextBytes(salt);
        Cipher cipher = Cipher.getInstance(PBES2);
        cipher.init(Cipher.ENCRYPT_MODE, key, new PBEParameterSpec(salt, 10_000));
        byte[] scheme = der(0x30, joined(PBES2_OID, cipher.getParameters().getEncoded()));
        return der(0x30, joined(scheme, der(0x04, cipher.doFinal(plain))));
    }

    /** By hand, since the JDK's own class cannot write this scheme before version 19. */
    private static byte[] der(int tag, byte[] content) {
        int length = content.length;
        byte[] head = length < 128
                ? new byte[] {(byte) tag, (byte) length}
                : new byte[] {(byte) tag, (byte) 0x82, (byte) (length >> 8), (byte) length};
        return joined(head, content);
    }

    private static byte[] joined(byte[] one, byte[] other) {
        byte[] all = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, all, one.length, other.length);
        return all;
    }

    private Path pem(String kind, byte[] content) throws Exception {
        String text = "-----BEGIN " + kind + "-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content) + "\n-----END " + kind
                + "-----\n";
        Path target = folder.resolve(name + "-" + kind.replace(' ', '-') + ".pem");
        return Files.write(target, text.getBytes(StandardCharsets.US_ASCII));
    }

    private static char[] characters() {
        return PASSWORD.reveal().toCharArray();
    }
}
