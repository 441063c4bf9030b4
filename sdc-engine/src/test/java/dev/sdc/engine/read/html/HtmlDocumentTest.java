package dev.sdc.engine.read.html;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sdc.engine.intake.Limits;
import dev.sdc.engine.read.Grid;
import dev.sdc.engine.read.Part;
import dev.sdc.engine.read.Reading;
import java.util.List;
import org.junit.jupiter.api.Test;

final class HtmlDocumentTest {
    private static Reading read(String html) {
        return HtmlDocument.of(new Reading.Text(List.of(html.split("\n", -1)), List.of()), Limits.DEFAULT);
    }

    @Test
    void spansAreExpandedAndTablesNumbered() {
        List<Grid> grids = read("""
                        <p>Hello</p><table><tr><td>no figures</td></tr></table>
                        <table><tr><th rowspan=2>Site</th><th colspan=2>Sex</th></tr>
                        <tr><th>F</th><th>M</th></tr><tr><td>Lung<td>12<td style='display:none'>3</table>
                        """).grids();
        assertThat(grids).hasSize(1);
        Grid grid = grids.get(0);
        assertThat(grid.text(0, 1)).isEqualTo("Sex");
        assertThat(grid.text(1, 1)).isEqualTo("F");
        assertThat(grid.text(2, 2)).as("hidden, but there").isEqualTo("3");
        assertThat(grid.address(2, 2)).isEqualTo("T2!C3");
    }

    @Test
    void signsOfFootnotesAreNoDigits() {
        Grid grid =
                read("<table><tr><td>a</td><td>12<sup>b</sup></td><td>10<sup>6</sup></td><td>&lt;10</td></tr></table>")
                        .grids()
                        .get(0);
        assertThat(grid.text(0, 1)).isEqualTo("12");
        assertThat(grid.text(0, 2)).isEqualTo("10^6");
        assertThat(grid.text(0, 3)).isEqualTo("<10");
    }

    @Test
    void aTableInsideATableIsOneOfItsOwn() {
        List<Grid> grids = read("<table><tr><td>outer 1<table><tr><td>5</td></tr></table></td></tr></table>")
                .grids();
        assertThat(grids).extracting(grid -> grid.text(0, 0)).containsExactly("outer 1", "5");
    }

    @Test
    void whatIsLeftKeepsItsPlace() {
        Reading.Document document = (Reading.Document) read("""
                <html><body>Three patients
                <table><tr><td>5</td></tr></table></body></html>""");
        Part.Words words = (Part.Words) document.parts().get(1);
        assertThat(words.rest().get(0)).isEqualTo("            Three patients");
        assertThat(words.rest().get(1))
                .isEqualTo(" ".repeat("<table><tr><td>5</td></tr></table></body></html>".length()));
    }

    @Test
    void aPageOfATableAloneSaysNoMore() {
        assertThat(((Reading.Document) read("""
                <table>
                <tr><td>5</td></tr>
                </table>
                """)).parts()).hasSize(1);
    }

    @Test
    void whatAttributesSayIsText() {
        Reading page = read("<table><tr><td>I</td><td>12</td></tr></table><img src='' alt='Stage IV: 3 patients'>");
        assertThat(page).isInstanceOf(Reading.Document.class);
        assertThat(((Reading.Document) page).parts())
                .filteredOn(Part.Words.class::isInstance)
                .singleElement()
                .satisfies(part -> assertThat(((Part.Words) part).rest().get(0)).contains("3 patients"));
        Reading plain = read("<table><tr><td>I</td><td>12</td></tr></table><img src='a.png' width='12'>");
        assertThat(((Reading.Document) plain).parts()).noneMatch(Part.Words.class::isInstance);
    }
}
