package dev.sdc.engine.read.html;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sdc.engine.intake.Limits;
import dev.sdc.engine.read.Part;
import dev.sdc.engine.read.Reading;
import dev.sdc.engine.read.Reading.Note;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A drawing is read for its words, where they stand, and for what it runs or loads. */
class SvgDocumentTest {

    @Test
    void words_stay_at_their_place() {
        List<String> said = said("<text x='1'>n = 4</text>", "<!-- Group A -->", "<path d='M 1 2'/>");

        assertThat(said.get(1)).isEqualTo(" ".repeat(12) + "n = 4" + " ".repeat(7));
        assertThat(said.get(2)).isEqualTo("     Group A    ");
        assertThat(said.get(3)).isBlank();
    }

    @Test
    void escapes_and_labels_are_read() {
        assertThat(said("<text>&lt;10 of 20</text><g aria-label='three women'><title>T</title></g>")
                        .get(1))
                .contains("<10 of 20")
                .contains("three women")
                .contains("T");
    }

    @Test
    void shapes_alone_say_nothing() {
        Reading reading = read("<style>p { color: red }</style><path d='M 1 2'/>");

        assertThat(((Reading.Document) reading).parts()).noneMatch(Part.Words.class::isInstance);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "<rect onclick='x()'/>",
                "<image href='http://example.org/a.png'/>",
                "<a xlink:href='javascript:x()'><text>n</text></a>",
                "<foreignObject><p>n</p></foreignObject>",
            })
    void what_runs_or_loads_is_active(String body) {
        assertThat(read(body).notes()).extracting(Note::kind).contains(Note.Kind.ACTIVE);
    }

    @Test
    void entities_are_not_read() {
        Reading reading = SvgDocument.of(
                new Reading.Text(
                        List.of(
                                "<!DOCTYPE svg [<!ENTITY a SYSTEM \"file:///etc/hostname\">]>",
                                "<svg><text>&a;</text></svg>"),
                        List.of()),
                Limits.DEFAULT);

        assertThat(reading.notes()).extracting(Note::kind).contains(Note.Kind.NOT_UNDERSTOOD);
        assertThat(words(reading).get(1)).contains("&a;");
    }

    /** The JDK's parser has no message for this fault and breaks down over it. */
    @Test
    void what_the_parser_has_no_words_for_is_not_well_formed() {
        Reading reading = SvgDocument.of(
                new Reading.Text(List.of("<!DOCTYPE svg [<!ENTITY \u000F SYSTEM \"a\">]>", "<svg/>"), List.of()),
                Limits.DEFAULT);

        assertThat(reading.notes()).extracting(Note::text).anyMatch(words -> words.contains("no well-formed XML"));
    }

    /** Programs stop there too, so that the rest is seen by nobody. */
    @Test
    void what_follows_a_fault_is_hidden() {
        assertThat(read("<text>n</text></g><desc>3 patients</desc>").notes())
                .extracting(Note::kind)
                .contains(Note.Kind.HIDDEN_DATA);
    }

    private static List<String> said(String... body) {
        return words(read(body));
    }

    private static List<String> words(Reading reading) {
        return ((Reading.Document) reading)
                .parts().stream()
                        .filter(Part.Words.class::isInstance)
                        .map(Part.Words.class::cast)
                        .findFirst()
                        .orElseThrow()
                        .lines();
    }

    private static Reading read(String... body) {
        List<String> lines = new java.util.ArrayList<>(List.of(body));
        lines.add(0, "<svg xmlns='http://www.w3.org/2000/svg'>");
        lines.add("</svg>");
        return SvgDocument.of(new Reading.Text(lines, List.of()), Limits.DEFAULT);
    }
}
