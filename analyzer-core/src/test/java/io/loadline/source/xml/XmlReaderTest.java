package io.loadline.source.xml;

import static org.assertj.core.api.Assertions.assertThat;

import io.loadline.evidence.Span;
import io.loadline.source.Input;
import io.loadline.source.ReadText;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class XmlReaderTest {

    private static Input.Element root(String text) {
        return ReadText.cleanly(new XmlReader(), "a.xml", text, Input.Xml.class).root();
    }

    private static String problem(String text) {
        var result = ReadText.with(new XmlReader(), "a.xml", text);
        assertThat(result.input()).isNull();
        return ReadText.onlyProblem(result);
    }

    @Test
    void elementsAndAttributesKnowTheirPlaces() {
        Input.Element root =
                root("<?xml version=\"1.0\"?>\r\n<a>\r\n  <b:c x:y=\"1>2\"\n   z = '3'>t</b:c><d/>\n</a>\n");
        assertThat(root.span()).isEqualTo(new Span(2, 1, 5, 4));
        Input.Element c = root.child("c").orElseThrow();
        assertThat(c.span()).isEqualTo(new Span(3, 3, 4, 18));
        assertThat(c.attribute("y")).hasValue("1>2");
        assertThat(c.attributes())
                .extracting(Input.Property::span)
                .containsExactly(new Span(3, 8, 3, 16), new Span(4, 4, 4, 10));
        assertThat(root.child("d").orElseThrow().span()).isEqualTo(new Span(4, 19, 4, 22));
    }

    @Test
    void textIsJoinedAcrossSectionsAndEntities() {
        assertThat(root("<a>x &lt; <![CDATA[<y>]]><!-- no --> z</a>").text()).isEqualTo("x < <y> z");
    }

    @Test
    void documentTypesAndExternalEntitiesAreNotRead(@TempDir Path elsewhere) throws Exception {
        Path secret = Files.writeString(elsewhere.resolve("secret"), "hush");
        String text = "<!DOCTYPE a [<!ENTITY x SYSTEM \"%s\"><!ENTITY y \"yes\">]>\n<a>1&x;&y;2</a>"
                .formatted(secret.toUri());
        assertThat(root(text).text()).isEqualTo("12");
        assertThat(root("<!DOCTYPE a SYSTEM \"%s\">\n<a>1</a>".formatted(secret.toUri()))
                        .text())
                .isEqualTo("1");
    }

    @Test
    void entityBombExpandsToNothing() {
        StringBuilder bomb = new StringBuilder("<!DOCTYPE a [<!ENTITY e0 \"xxxxxxxxxx\">");
        for (int i = 1; i < 10; i++) {
            bomb.append("<!ENTITY e%d \"%s\">".formatted(i, ("&e" + (i - 1) + ";").repeat(10)));
        }
        assertThat(root(bomb + "]><a>&e9;</a>").text()).isEmpty();
    }

    @Test
    void malformedFileIsAProblemWithItsPlace() {
        assertThat(problem("<a>\n <b></a>"))
                .startsWith("2:")
                .contains("not well-formed XML")
                .contains("\"b\"");
        assertThat(problem("")).contains("not well-formed XML");
        assertThat(problem("<a/><b/>")).contains("not well-formed XML");
    }

    @Test
    void absurdNestingIsAProblem() {
        assertThat(problem("<a>".repeat(100_000))).contains("nested more than 200 deep");
    }

    @Test
    void undeclaredPrefixesDoNotSpoilAFile() {
        assertThat(root("<x:a><y:b/></x:a>").children())
                .extracting(Input.Element::name)
                .containsExactly("b");
    }
}
