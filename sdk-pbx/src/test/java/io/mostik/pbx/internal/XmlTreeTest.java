package io.mostik.pbx.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.mostik.core.json.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class XmlTreeTest {

    @Test
    void givenXml_whenReading_thenIsATree() {
        Json tree = XmlTree.read("<?xml version=\"1.0\"?><r id=\"7\"><a>1</a><a>2 &lt; 3</a><b><c> x </c></b></r>")
                .orElseThrow();

        assertThat(tree.get("id").text()).contains("7");
        assertThat(tree.get("a").elements()).hasSize(2);
        assertThat(tree.get("a").elements().get(1).text()).contains("2 < 3");
        assertThat(tree.get("b").get("c").text()).contains("x");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE r [<!ENTITY x \"y\">]><r>&x;</r>",
                "<!DOCTYPE r SYSTEM \"file:///etc/passwd\"><r>1</r>",
                "<!DOCTYPE r [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><r>&x;</r>",
                "<r>&unknown;</r>",
                "<r><a></r>",
                "<r/><r/>",
                "<r",
                "<>",
                "text",
                ""
            })
    void givenWhatIsNotPlainXml_whenReading_thenIsNothing(String text) {
        assertThat(XmlTree.read(text)).isEmpty();
    }

    @Test
    void givenLargeOrDeepXml_whenReading_thenIsNothing() {
        assertThat(XmlTree.read("<r>" + "x".repeat(1_000_000) + "</r>")).isEmpty();
        assertThat(XmlTree.read("<r>".repeat(60) + "</r>".repeat(60))).isEmpty();
    }
}
