package io.mostik.testing.vcclive;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class BodyEncryptionTest {

    static final String KEY = "sdk-pbx test key";
    static final byte[] PLAIN =
            "{\"uuid\":\"7a1c0d52-0c3b-11ef-9f10-0242ac120002\",\"direction\":\"out\"}".getBytes(UTF_8);
    static final byte[] IV = HexFormat.of().parseHex("000102030405060708090a0b0c0d0e0f");

    @Test
    void givenCounterModeVector_whenEncrypted_thenGivesSameText() {
        assertThat(new BodyEncryption("aes-256-ctr", KEY).encrypt(PLAIN, IV))
                .isEqualTo("8ymVZHyWnciHyzkzBrktq9HctYoBV3u60DAS7vy+GKRYZ5kgSqquQCuLKgQ3NSToYQ4WkxWPYB7FlzA13s/Dmtg=");
    }

    @Test
    void givenVectorWithoutIv_whenEncrypted_thenGivesSameText() {
        assertThat(new BodyEncryption("aes-256-ctr", KEY).encrypt(PLAIN, new byte[16]))
                .isEqualTo("n+g/ssE8s750H3JD58G9YUCZ+Ysmr5rp2R6Btqg01XNiuH/hmh1sbNweZOpLQ2jnIuAdW0QrSuCI6wOLq4uDcns=");
    }

    @Test
    void givenBlockModeVector_whenEncrypted_thenGivesSameText() {
        assertThat(new BodyEncryption("AES-256-CBC", KEY).encrypt(PLAIN, IV))
                .isEqualTo("42Z/g8lOtm6/ZGXJ7731j/jm7p1LiLUVkNPL/wVDARAjEWnPS462Gahq4SZVWcnVLQCUin0JIyMYXrs1EMBgJJHC"
                        + "Jtus+7Ij5Zg8fM+f0M0=");
    }

    @Test
    void givenOtherCipher_whenMade_thenRefused() {
        assertThatThrownBy(() -> new BodyEncryption("des", KEY)).hasMessageContaining("des");
    }
}
