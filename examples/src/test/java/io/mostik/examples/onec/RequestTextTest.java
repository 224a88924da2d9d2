package io.mostik.examples.onec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequestTextTest {

    private static final String TEXT = "{\"order\":\"Заказ №7\"}";

    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            value = {
                "utf-8, none",
                "utf-8, application/json",
                "utf-8, application/json; charset=utf-8",
                "utf-8, application/json;charset=\"UTF-8\"",
                "windows-1251, none",
                "windows-1251, text/plain",
                "windows-1251, application/json; charset=windows-1251",
                "windows-1251, application/json; charset=cp1251"
            })
    void givenRightCharset_whenDecoded_thenTheTextIsThere(String charset, String contentType) {
        String text = RequestText.decode(Optional.ofNullable(contentType), TEXT.getBytes(Charset.forName(charset)));

        assertThat(text).isEqualTo(TEXT);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            value = {"none", "application/json; charset=utf-8", "application/json; charset=windows-1251"})
    void givenByteOrderMark_whenDecoded_thenItIsUtf8WithoutTheMark(String contentType) {
        byte[] body = ("\uFEFF" + TEXT).getBytes(StandardCharsets.UTF_8);

        assertThat(RequestText.decode(Optional.ofNullable(contentType), body)).isEqualTo(TEXT);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            value = {
                "windows-1251, application/json; charset=utf-8, charset=windows-1251",
                "utf-8, application/json; charset=windows-1251, the body is in UTF-8",
                "utf-16, none, UTF-16",
                "koi8-r, application/json; charset=koi8-r, not read here"
            })
    void givenWrongCharset_whenDecoded_thenItIsNamed(String charset, String contentType, String told) {
        byte[] body = TEXT.replace("№", "").getBytes(Charset.forName(charset));

        assertThatThrownBy(() -> RequestText.decode(Optional.ofNullable(contentType), body))
                .isInstanceOf(BadRequestException.class)
                .hasMessageContaining(told)
                .hasMessageContaining("send UTF-8 or windows-1251");
    }

    @Test
    void givenBytesOfNeither_whenDecoded_thenRefused() {
        byte[] body = {'"', (byte) 0x98, (byte) 0xC0, '"'};

        assertThatThrownBy(() -> RequestText.decode(Optional.empty(), body)).hasMessageContaining("neither");
    }
}
