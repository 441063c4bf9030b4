package dev.sdc.engine.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContainmentTableTest {
    @TempDir
    Path folder = Path.of("");

    @Test
    void partsOfOneWholeComeTogether() throws DeclarationException {
        assertThat(read("\uFEFFwhole,part\r\nNorth, E1 \r\n\"South, by the sea\",E2\r\nNorth,E3\r\n"))
                .containsExactly(
                        new Declaration.Hierarchy("North", List.of("E1", "E3")),
                        new Declaration.Hierarchy("South, by the sea", List.of("E2")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"area,lsoa\nA,B\n", "whole,part\nA\n", "whole,part\nA,\n", "whole,part\nA,B,C\n"})
    void anythingElseIsRefused(String text) {
        assertThatThrownBy(() -> read(text))
                .isInstanceOf(DeclarationException.class)
                .hasMessageStartingWith("areas.csv:");
    }

    @Test
    void aSubmissionNamesItUnderEvidence() throws Exception {
        write("evidence/areas.csv", "whole,part\nNorth,E1\n");
        write("t.csv", "Area,Patients\nNorth,40\n");
        write("submission.yaml", "schema: sdc-submission/1\ncontainment: evidence/areas.csv\noutputs: [t.csv]\n");
        assertThat(SubmissionReader.readFolder(folder, null).defaults().hierarchies())
                .containsExactly(new Declaration.Hierarchy("North", List.of("E1")));
    }

    @Test
    void whatIsKeptIsReadAsItWas() throws Exception {
        write("evidence/areas.csv", "whole,part\nNorth,E1\n");
        write("evidence/codes.csv", "whole,part\nC50,C50.1\n");
        write("t.csv", "Area,Patients\nNorth,40\n");
        write("submission.yaml", "schema: sdc-submission/1\ncontainment: [evidence/areas.csv, evidence/codes.csv]\n");
        Submission handedIn = SubmissionReader.readFolder(folder, null);
        List<byte[]> tables = new ArrayList<>();
        for (OutputFile table : handedIn.containment()) {
            tables.add(((OutputFile.Content.InMemory) table.content()).bytes());
        }
        byte[] declaration = handedIn.declarationBytes();

        assertThat(SubmissionReader.ofKept(declaration, tables, handedIn.files())
                        .defaults()
                        .hierarchies())
                .containsExactly(
                        new Declaration.Hierarchy("North", List.of("E1")),
                        new Declaration.Hierarchy("C50", List.of("C50.1")));
        assertThatThrownBy(() -> SubmissionReader.ofKept(declaration, tables.subList(0, 1), handedIn.files()))
                .isInstanceOf(DeclarationException.class)
                .hasMessageContaining("not all tables of containment");
    }

    @ParameterizedTest
    @ValueSource(strings = {"areas.csv", "evidence/../../areas.csv", "/etc/passwd", "evidence/none.csv"})
    void noOtherFileIsOpened(String name) throws IOException {
        write("t.csv", "Area,Patients\nNorth,40\n");
        write("submission.yaml", "schema: sdc-submission/1\ncontainment: [\"" + name + "\"]\noutputs: [t.csv]\n");
        assertThatThrownBy(() -> SubmissionReader.readFolder(folder, null)).isInstanceOf(DeclarationException.class);
    }

    private void write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private static List<Declaration.Hierarchy> read(String text) throws DeclarationException {
        return ContainmentTable.read("areas.csv", text.getBytes(StandardCharsets.UTF_8));
    }
}
