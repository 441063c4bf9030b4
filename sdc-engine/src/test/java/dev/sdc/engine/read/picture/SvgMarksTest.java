package dev.sdc.engine.read.picture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sdc.engine.intake.Intake;
import dev.sdc.engine.intake.Limits;
import dev.sdc.engine.read.FileReader;
import dev.sdc.engine.read.Part;
import dev.sdc.engine.submission.OutputFile;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.Example;

class SvgMarksTest {
    private static int count(String drawing) {
        return SvgMarks.in(drawing).largest();
    }

    @Example
    void likeCirclesAreCounted() {
        assertThat(
                        count(
                                "<svg><circle cx='1' cy='2' r='2'/><circle cx='3' cy='4' r='2'/><circle cx='9' cy='9' r='5'/></svg>"))
                .isEqualTo(2);
    }

    @Example
    void symbolsThatAreStrewnAreMarksAndTicksAreNot() {
        String drawing =
                "<?xml version='1.0'?><!DOCTYPE svg PUBLIC '-//W3C//DTD SVG 1.1//EN' 'http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd'>"
                        + "<svg xmlns:xlink='http://www.w3.org/1999/xlink'>"
                        + "<use xlink:href='#tick' x='1' y='9'/><use xlink:href='#tick' x='2' y='9'/><use xlink:href='#tick' x='3' y='9'/>"
                        + "<use xlink:href='#m' x='1.5' y='2'/><use xlink:href='#m' x='2.5' y='4'/></svg>";
        assertThat(count(drawing)).isEqualTo(2);
    }

    @Example
    void shapesThatAreMovedOrDrawnElsewhereAreMarksAndBarsAreNot() {
        assertThat(count("<svg><path transform='translate(1,2)' d='M3,0A3,3 0 1,1 0,-3Z'/>"
                        + "<path transform='translate(4, 9)' d='M3,0A3,3 0 1,1 0,-3Z'/></svg>"))
                .isEqualTo(2);
        assertThat(count("<svg><path d='M 1 1 L 3 1 L 2 3 Z'/><path d='M 11 41 L 13 41 L 12 43 Z'/></svg>"))
                .isEqualTo(2);
        assertThat(
                        count(
                                "<svg><rect x='1' y='2' width='9' height='40'/><rect x='11' y='7' width='9' height='35'/></svg>"))
                .isZero();
    }

    @Example
    void colourTellsSeriesApart() {
        Part.Marks marks =
                SvgMarks.in("<svg><circle cx='1' cy='2' r='2' fill='red'/><circle cx='3' cy='4' r='2' fill='red'/>"
                        + "<circle cx='5' cy='6' r='2' fill='blue'/><circle cx='7' cy='8' r='2' fill='blue'/>"
                        + "<circle cx='8' cy='9' r='2' fill='blue'/></svg>");

        assertThat(marks).isEqualTo(new Part.Marks(3, 5, 2));
    }

    @Example
    void aHostileDrawingIsReadAsFarAsItGoes() {
        String entity = "<!DOCTYPE svg [<!ENTITY a SYSTEM 'file:///etc/hostname'>]>";
        assertThat(count(entity + "<svg><circle cx='1' cy='2' r='2'/><circle cx='3' cy='4' r='2'/>&a;</svg>"))
                .isEqualTo(2);
        assertThat(count("<svg><circle cx='1' cy='2' r='2'/><circle cx='3' cy='4' r='2'/><g>"))
                .isEqualTo(2);
        assertThat(count("no drawing at all")).isZero();
    }

    /** The parser prints bytes that it cannot decode; nothing below the command line prints. */
    @Example
    void aByteThatIsNoCharacterIsReadWithoutAWord() {
        byte[] drawing = "<svg><!--\u00e9--><text>a\u00e9</text></svg>".getBytes(StandardCharsets.ISO_8859_1);
        PrintStream before = System.err;
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        System.setErr(new PrintStream(said, true, StandardCharsets.UTF_8));
        try {
            FileReader.IN_PROCESS.read(
                    new Intake(Limits.DEFAULT).receive(OutputFile.inMemory("a.svg", drawing)), Limits.DEFAULT);
        } finally {
            System.setErr(before);
        }
        assertThat(said.size()).isZero();
    }
}
