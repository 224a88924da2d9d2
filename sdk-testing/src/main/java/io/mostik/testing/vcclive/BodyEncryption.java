package io.mostik.testing.vcclive;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** Encrypts a webhook's body as PHP's openssl_encrypt does: the key padded with zeros or cut, the result in BASE64. */
final class BodyEncryption {

    private static final Pattern NAME = Pattern.compile("aes-(128|192|256)-(ctr|cbc)");

    private final String transformation;
    private final SecretKeySpec key;

    BodyEncryption(String cipherName, String secretKey) {
        Matcher name = NAME.matcher(cipherName.toLowerCase(Locale.ROOT));
        if (!name.matches()) {
            throw new IllegalArgumentException("No cipher of this vendor: " + cipherName);
        }
        this.transformation = name.group(2).equals("ctr") ? "AES/CTR/NoPadding" : "AES/CBC/PKCS5Padding";
        int keyLength = Integer.parseInt(name.group(1)) / 8;
        this.key = new SecretKeySpec(Arrays.copyOf(secretKey.getBytes(UTF_8), keyLength), "AES");
    }

    String encrypt(byte[] plain, byte[] iv) {
        try {
            Cipher cipher = Cipher.getInstance(transformation);
            cipher.init(Cipher.ENCRYPT_MODE, key, new IvParameterSpec(iv));
            return Base64.getEncoder().encodeToString(cipher.doFinal(plain));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
