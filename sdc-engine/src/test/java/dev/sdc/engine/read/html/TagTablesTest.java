package dev.sdc.engine.read.html;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sdc.engine.intake.Limits;
import dev.sdc.engine.read.Part;
import dev.sdc.engine.read.Stretch;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

final class TagTablesTest {
    private static List<Stretch> in(String... lines) {
        return new TagTables(Limits.DEFAULT).in(List.of(lines));
    }

    @Test
    void aTableReachesToItsEndTag() {
        List<Stretch> found = in("# Stage", "<TABLE border=1>", "<tr><td>IV<td>3", "</table>", "Text");
        assertThat(found).hasSize(1);
        assertThat(found.get(0).from()).isEqualTo(1);
        assertThat(found.get(0).to()).isEqualTo(4);
        Part.TableIn table = (Part.TableIn) found.get(0).part();
        assertThat(table.grid().text(0, 1)).isEqualTo("3");
        assertThat(table.grid().address(0, 1)).isEqualTo("T1!B1");
    }

    @Test
    void oneThatIsNeverClosedReachesToTheEnd() {
        assertThat(in("<table><tr><td>IV</td>", "<td>3</td></tr>"))
                .singleElement()
                .satisfies(found -> assertThat(found.to()).isEqualTo(2));
    }

    @Test
    void oneWithoutFiguresIsLeftToTheText() {
        assertThat(in("<table><tr><td>no figures</td></tr></table>", "no <tab> either"))
                .isEmpty();
    }

    @Test
    void aTextIsAskedForTagsInAnyWriting() {
        assertThat(TagTables.mayBeIn("a <TaBle>".getBytes(StandardCharsets.UTF_8)))
                .isTrue();
        assertThat(TagTables.mayBeIn("a <table>".getBytes(StandardCharsets.UTF_16LE)))
                .isTrue();
        assertThat(TagTables.mayBeIn("<<table>".getBytes(StandardCharsets.UTF_8)))
                .isTrue();
        assertThat(TagTables.mayBeIn("a < table, <tab>".getBytes(StandardCharsets.UTF_8)))
                .isFalse();
    }
}
