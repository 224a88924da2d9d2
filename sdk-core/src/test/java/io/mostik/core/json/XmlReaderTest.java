package io.mostik.core.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class XmlReaderTest {

    private static final XmlReader XML = XmlReader.standard();
    private static final long SEED = Long.getLong("mostik.xml.seed", 20_260_302L);

    @Test
    void givenDocument_whenReading_thenIsATree() {
        XmlElement root =
                XML.read("<?xml version=\"1.0\"?><!-- x --><r id=\"7\"><a>1</a><n:a xmlns:n=\"u\"><![CDATA[2 < 3]]>"
                        + " &amp; &#52;</n:a> t </r>");

        assertThat(root.name()).isEqualTo("r");
        assertThat(root.attributes()).containsEntry("id", "7");
        assertThat(root.elements()).extracting(XmlElement::name).containsExactly("a", "a");
        assertThat(root.elements().get(1).text()).isEqualTo("2 < 3 & 4");
        assertThat(root.text()).isEqualTo("t");
        assertThat(root).hasToString("XmlElement[r]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "ISO-8859-2", "windows-1250", "UTF-16"})
    void givenDeclaredEncoding_whenReadingBytes_thenLettersAreRight(String encoding) {
        String xml = "<?xml version=\"1.0\" encoding=\"" + encoding + "\"?><r>Kovács Nőra</r>";

        assertThat(XML.read(xml.getBytes(Charset.forName(encoding))).text()).isEqualTo("Kovács Nőra");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE r [<!ENTITY x \"y\">]><r>&x;</r>",
                "<!DOCTYPE r [<!ENTITY x \"y\">]><r>1</r>",
                "<!DOCTYPE r SYSTEM \"file:///etc/passwd\"><r>1</r>",
                "<!DOCTYPE r PUBLIC \"a\" \"http://127.0.0.1:1/\"><r/>",
                "<!DOCTYPE r [<!ENTITY % x SYSTEM \"file:///etc/passwd\">%x;]><r/>",
                "<!DOCTYPE r [<!ATTLIST r a CDATA \"z\">]><r/>",
                "<r>&unknown;</r>",
                "<r a=\"&unknown;\"/>",
                "<r><a></r>",
                "<r/><r/>",
                "<r/>text",
                "<r a='1' a='2'/>",
                "<r",
                "<>",
                "text",
                ""
            })
    void givenWhatIsNotPlainXml_whenReading_thenIsRefused(String xml) {
        assertThatThrownBy(() -> XML.read(xml)).isInstanceOf(XmlException.class);
        assertThatThrownBy(() -> XML.read(xml.getBytes(StandardCharsets.UTF_8))).isInstanceOf(XmlException.class);
    }

    @Test
    void givenLimits_whenPassed_thenIsRefusedAndSaysWhich() {
        String deep = "<r>".repeat(51) + "</r>".repeat(51);
        String many = "<r>" + "<a/>".repeat(50_000) + "</r>";

        assertThatThrownBy(() -> XML.read(deep))
                .isInstanceOf(XmlException.class)
                .hasMessageContaining("50 levels");
        assertThatThrownBy(() -> XML.read(many))
                .isInstanceOf(XmlException.class)
                .hasMessageContaining("elements");
        assertThatThrownBy(() -> XML.largest(5).read("<r></r>")).hasMessageContaining("larger than 5");
        assertThatThrownBy(() -> XML.largest(5).read("<r></r>".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(XmlException.class);
        assertThatThrownBy(() -> XML.deepest(1).read("<r><a/></r>")).hasMessageContaining("1 levels");
        assertThatCode(() -> XML.read("<r>".repeat(50) + "</r>".repeat(50))).doesNotThrowAnyException();
    }

    @Test
    void givenAnyBytes_whenReading_thenOnlyItsOwnFailureComes() {
        Random random = new Random(SEED);
        byte[] whole =
                "<?xml version=\"1.0\"?><r a=\"1\"><b>x &lt; y</b><![CDATA[z]]></r>".getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < 2_000; i++) {
            byte[] odd = whole.clone();
            for (int j = 0; j <= i % 4; j++) {
                odd[random.nextInt(odd.length)] = (byte) random.nextInt(256);
            }
            Throwable failure = catchThrowable(() -> XML.read(odd));
            if (failure != null) {
                assertThat(failure).as("bytes %d of seed %d", i, SEED).isInstanceOf(XmlException.class);
            }
        }
    }
}
