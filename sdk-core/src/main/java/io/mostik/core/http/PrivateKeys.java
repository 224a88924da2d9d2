package io.mostik.core.http;

import io.mostik.core.Secret;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.InvalidAlgorithmParameterException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.EncryptedPrivateKeyInfo;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;

/** Reads a private key in PKCS#8, PKCS#1 or SEC1, plain or encrypted, as OpenSSL and its relatives write them. */
final class PrivateKeys {

    private static final Der VERSION_0 = new Der(Der.INTEGER, new byte[] {0});
    private static final Der RSA = Der.of(Der.SEQUENCE, Der.oid("2a864886f70d010101"), new Der(Der.NULL, new byte[0]));
    private static final Der EC = Der.oid("2a8648ce3d0201");
    private static final String PBES2 = "2a864886f70d01050d";
    private static final String PBKDF2 = "2a864886f70d01050c";
    private static final int EC_PARAMETERS = 0xA0;

    /** How a key is derived from the password, by the identifier of the digest. */
    private static final Map<String, String> DERIVATIONS = Map.of(
            "2a864886f70d0207", "PBKDF2WithHmacSHA1",
            "2a864886f70d0208", "PBKDF2WithHmacSHA224",
            "2a864886f70d0209", "PBKDF2WithHmacSHA256",
            "2a864886f70d020a", "PBKDF2WithHmacSHA384",
            "2a864886f70d020b", "PBKDF2WithHmacSHA512");

    private static final Map<String, Sealing> SEALINGS = Map.of(
            "608648016503040102", new Sealing("AES", 16),
            "608648016503040116", new Sealing("AES", 24),
            "60864801650304012a", new Sealing("AES", 32),
            "2a864886f70d0307", new Sealing("DESede", 24));

    private static final Map<String, Sealing> TRADITIONAL = Map.of(
            "AES-128-CBC", new Sealing("AES", 16),
            "AES-192-CBC", new Sealing("AES", 24),
            "AES-256-CBC", new Sealing("AES", 32),
            "DES-EDE3-CBC", new Sealing("DESede", 24));

    private final Optional<Secret> password;

    PrivateKeys(Optional<Secret> password) {
        this.password = password;
    }

    /** A cipher in the mode CBC, and how many bytes its key has. */
    private record Sealing(String cipher, int keyBytes) {

        byte[] open(byte[] content, byte[] key, byte[] iv) throws GeneralSecurityException {
            Cipher opening = Cipher.getInstance(cipher + "/CBC/PKCS5Padding");
            opening.init(Cipher.DECRYPT_MODE, new SecretKeySpec(key, cipher), new IvParameterSpec(iv));
            return opening.doFinal(content);
        }
    }

    /**
     * Returns the key of a block.
     *
     * @param owner the public key to which it belongs
     */
    PrivateKey read(PemBlock block, PublicKey owner) {
        try {
            byte[] pkcs8 = pkcs8(block, owner);
            return KeyFactory.getInstance(owner.getAlgorithm()).generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
        } catch (GeneralSecurityException e) {
            String cause = isSealed(block) ? "key cannot be opened: the password is wrong" : "key cannot be read";
            throw new IllegalArgumentException(
                    cause + ", or it is damaged, or of another kind than the certificate", e);
        }
    }

    private byte[] pkcs8(PemBlock block, PublicKey owner) throws GeneralSecurityException {
        byte[] content = block.sealedBy().isPresent()
                ? traditional(block.content(), block.sealedBy().get())
                : block.content();
        return switch (block.label()) {
            case "RSA PRIVATE KEY" -> wrapped(RSA, content);
            case "EC PRIVATE KEY" -> wrapped(Der.of(Der.SEQUENCE, EC, curve(content, owner)), content);
            case "ENCRYPTED PRIVATE KEY" -> opened(content);
            case "PRIVATE KEY" -> content;
            default ->
                throw new IllegalArgumentException("key is a " + block.label()
                        + ", which is not read: convert it with openssl pkcs8 -topk8, or use PKCS#12");
        };
    }

    private static boolean isSealed(PemBlock block) {
        return block.sealedBy().isPresent() || block.label().startsWith("ENCRYPTED");
    }

    private static byte[] wrapped(Der algorithm, byte[] key) {
        return Der.of(Der.SEQUENCE, VERSION_0, algorithm, new Der(Der.OCTETS, key))
                .encoded();
    }

    /** A key may leave out its curve, which its certificate names too. */
    private static Der curve(byte[] key, PublicKey owner) {
        return Der.read(key)
                .tagged(EC_PARAMETERS)
                .map(tagged -> tagged.part(0))
                .orElseGet(() -> Der.read(owner.getEncoded()).part(0).part(1));
    }

    private byte[] opened(byte[] content) throws GeneralSecurityException {
        Der all = Der.read(content);
        Der scheme = all.part(0);
        return scheme.part(0).oid().equals(PBES2)
                ? pbes2(scheme.part(1), all.part(1).content())
                : pbes1(content);
    }

    /** By hand, since JDK 17 finds no cipher for this scheme by itself, nor one with triple DES at all. */
    private byte[] pbes2(Der parameters, byte[] sealed) throws GeneralSecurityException {
        Der derivation = parameters.part(0);
        Der cipher = parameters.part(1);
        Sealing sealing =
                Optional.ofNullable(SEALINGS.get(cipher.part(0).oid())).orElseThrow(PrivateKeys::unusual);
        if (!derivation.part(0).oid().equals(PBKDF2)) {
            throw unusual();
        }
        Der pbkdf2 = derivation.part(1);
        String digest =
                pbkdf2.tagged(Der.SEQUENCE).map(prf -> prf.part(0).oid()).orElse("2a864886f70d0207");
        String algorithm = Optional.ofNullable(DERIVATIONS.get(digest)).orElseThrow(PrivateKeys::unusual);
        PBEKeySpec spec = new PBEKeySpec(
                characters(), pbkdf2.part(0).content(), pbkdf2.part(1).number(), sealing.keyBytes() * Byte.SIZE);
        try {
            byte[] key =
                    SecretKeyFactory.getInstance(algorithm).generateSecret(spec).getEncoded();
            return sealing.open(sealed, key, cipher.part(1).content());
        } finally {
            spec.clearPassword();
        }
    }

    private byte[] pbes1(byte[] content) throws GeneralSecurityException {
        PBEKeySpec spec = new PBEKeySpec(characters());
        try {
            EncryptedPrivateKeyInfo sealed = new EncryptedPrivateKeyInfo(content);
            Cipher cipher = Cipher.getInstance(sealed.getAlgName());
            cipher.init(
                    Cipher.DECRYPT_MODE,
                    SecretKeyFactory.getInstance(sealed.getAlgName()).generateSecret(spec),
                    sealed.getAlgParameters());
            return sealed.getKeySpec(cipher).getEncoded();
        } catch (IOException e) {
            throw new InvalidAlgorithmParameterException(e);
        } finally {
            spec.clearPassword();
        }
    }

    /** As OpenSSL did before PKCS#8: a key from MD5 over password and salt. */
    private byte[] traditional(byte[] content, String sealedBy) throws GeneralSecurityException {
        String[] parts = sealedBy.split(",", 2);
        Sealing sealing = Optional.ofNullable(TRADITIONAL.get(parts[0].toUpperCase(Locale.ROOT)))
                .filter(known -> parts.length == 2)
                .orElseThrow(PrivateKeys::unusual);
        if (!parts[1].matches("([0-9A-Fa-f]{2}){8,16}")) {
            throw unusual();
        }
        byte[] iv = HexFormat.of().parseHex(parts[1].toLowerCase(Locale.ROOT));
        byte[] secret = new String(characters()).getBytes(StandardCharsets.UTF_8);
        MessageDigest md5 = MessageDigest.getInstance("MD5");
        byte[] key = new byte[0];
        byte[] round = new byte[0];
        while (key.length < sealing.keyBytes()) {
            md5.update(round);
            md5.update(secret);
            md5.update(iv, 0, Math.min(8, iv.length));
            round = md5.digest();
            key = Arrays.copyOf(key, key.length + round.length);
            System.arraycopy(round, 0, key, key.length - round.length, round.length);
        }
        return sealing.open(content, Arrays.copyOf(key, sealing.keyBytes()), iv);
    }

    private char[] characters() {
        return password.orElseThrow(() -> new IllegalArgumentException("key is encrypted: password is missing"))
                .reveal()
                .toCharArray();
    }

    private static IllegalArgumentException unusual() {
        return new IllegalArgumentException("key is encrypted in a way that is not read: convert it with"
                + " openssl pkcs8 -topk8 -v2 aes-256-cbc, or use PKCS#12");
    }
}
