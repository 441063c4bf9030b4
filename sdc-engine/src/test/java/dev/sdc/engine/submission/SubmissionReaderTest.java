package dev.sdc.engine.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SubmissionReaderTest {
    @TempDir
    Path folder;

    @BeforeEach
    void twoTables() throws IOException {
        write("t1.csv", "a,b\n");
        write("sub/t2.csv", "a,b\n");
    }

    @Test
    void withoutDeclarationEveryFileIsAnOutput() throws Exception {
        write(".git/config", "x");
        write("evidence/counts.csv", "x");
        Submission submission = SubmissionReader.readFolder(folder, null);
        assertThat(names(submission.files())).containsExactly(".git/config", "sub/t2.csv", "t1.csv");
        assertThat(submission.undeclared()).isEmpty();
        assertThat(submission.listsOutputs()).isFalse();
        assertThat(submission.declarationBytes()).isNull();
    }

    @Test
    void withoutOutputsEveryFileButTheDeclarationAndTheEvidenceIsAnOutput() throws Exception {
        write("evidence/counts.csv", "x");
        declare("id: 014");
        Submission submission = SubmissionReader.readFolder(folder, null);
        assertThat(submission.id()).isEqualTo("014");
        assertThat(names(submission.files())).containsExactly("sub/t2.csv", "t1.csv");
        assertThat(submission.declarationBytes()).isNotEmpty();
    }

    @Test
    void withOutputsEveryOtherFileIsUndeclared() throws Exception {
        write("evidence/counts.csv", "x");
        declare("outputs:", "  - file: ./t1.csv");
        Submission submission = SubmissionReader.readFolder(folder, null);
        assertThat(names(submission.files())).containsExactly("t1.csv");
        assertThat(names(submission.undeclared())).containsExactly("sub/t2.csv");
        assertThat(submission.listsOutputs()).isTrue();
        assertThat(submission.outputs()).extracting(Declaration::file).containsExactly("t1.csv");
    }

    @Test
    void anEmptyListOfOutputsLeavesEveryFileUndeclared() throws Exception {
        declare("outputs: []");
        Submission submission = SubmissionReader.readFolder(folder, null);
        assertThat(submission.files()).isEmpty();
        assertThat(names(submission.undeclared())).containsExactly("sub/t2.csv", "t1.csv");
    }

    @Test
    void anEntryForAMissingFileNamesTheNearest() throws Exception {
        declare("outputs:", "  - file: t1.csv", "  - file: t2.csv");
        assertThatThrownBy(() -> SubmissionReader.readFolder(folder, null))
                .isInstanceOf(DeclarationException.class)
                .hasMessageContaining("submission.yaml, line 4, column 5: `file` names `t2.csv`")
                .hasMessageContaining("Did you mean `t1.csv`?");
    }

    @Test
    void twoEntriesForOneFileAreRefusedUnlessTheySpeakOfDifferentParts() throws Exception {
        declare("outputs:", "  - file: t1.csv", "    range: A1:B4", "  - file: t1.csv", "    range: $A$1:$B$4");
        assertThatThrownBy(() -> SubmissionReader.readFolder(folder, null))
                .hasMessageContaining("line 5, column 5: `t1.csv` is listed twice, first in line 3");
        declare("outputs:", "  - file: t1.csv", "    range: A1:B4", "  - file: t1.csv", "    range: A6:B9");
        assertThat(SubmissionReader.readFolder(folder, null).outputs()).hasSize(2);
    }

    @Test
    void oneFileMayHoldTheDataOfSeveralFigures() throws Exception {
        write("a.png", "x");
        write("b.png", "x");
        declare(
                "outputs:",
                "  - a.png",
                "  - b.png",
                "  - {file: t1.csv, figure_data_for: a.png}",
                "  - {file: t1.csv, figure_data_for: b.png}");
        Submission submission = SubmissionReader.readFolder(folder, null);
        assertThat(submission.dataBehind("a.png")).containsExactly("t1.csv");
        assertThat(submission.dataBehind("b.png")).containsExactly("t1.csv");
        assertThat(submission.dataBehind("t1.csv")).isEmpty();
    }

    @Test
    void evidenceIsNeverAnOutput() throws Exception {
        write("evidence/counts.csv", "x");
        declare("outputs:", "  - file: evidence/counts.csv");
        assertThatThrownBy(() -> SubmissionReader.readFolder(folder, null)).hasMessageContaining("never released");
    }

    @Test
    void aMissingPathAndAnEmptyFolderAreToldApart() throws Exception {
        assertThatThrownBy(() -> SubmissionReader.readFolder(folder.resolve("nowhere"), null))
                .isInstanceOf(DeclarationException.class)
                .hasMessageContaining("not a folder");
        assertThatThrownBy(() -> SubmissionReader.ofFiles(List.of(folder.resolve("t9.csv")), null))
                .hasMessageContaining("t9.csv: there is no such file or folder");
        Path empty = Files.createDirectories(folder.resolve("empty"));
        assertThatThrownBy(() -> SubmissionReader.readFolder(empty, null)).hasMessageContaining("no file to check");
        assertThatThrownBy(() -> SubmissionReader.ofFiles(List.of(), null)).isInstanceOf(DeclarationException.class);
        assertThatThrownBy(() -> SubmissionReader.readFolder(folder, folder.resolve("other.yaml")))
                .hasMessageContaining("other.yaml: there is no such declaration file");
    }

    @Test
    void filesGivenOneByOneAreNamedFromTheirCommonFolder() throws Exception {
        Submission submission =
                SubmissionReader.ofFiles(List.of(folder.resolve("t1.csv"), folder.resolve("sub/t2.csv")), null);
        assertThat(names(submission.files())).containsExactly("sub/t2.csv", "t1.csv");
        assertThat(names(SubmissionReader.ofFiles(List.of(folder.resolve("sub/t2.csv")), null)
                        .files()))
                .containsExactly("t2.csv");
        assertThat(names(SubmissionReader.ofFiles(List.of(folder, folder.resolve("t1.csv")), null)
                        .files()))
                .containsExactly("sub/t2.csv", "t1.csv");
    }

    @Test
    void allFilesOfAFolderGivenOneByOneAreThatFolder() throws Exception {
        declare("id: x");
        List<Path> paths = List.of(folder.resolve("sub"), folder.resolve("submission.yaml"), folder.resolve("t1.csv"));
        Submission submission = SubmissionReader.ofFiles(paths, null);
        assertThat(submission.id()).isEqualTo("x");
        assertThat(names(submission.files())).containsExactly("sub/t2.csv", "t1.csv");
    }

    @Test
    void aDeclarationOfOneOfSeveralFoldersIsRefused() throws Exception {
        write("sub/submission.yaml", "schema: sdc-submission/1\n");
        List<Path> paths = List.of(folder.resolve("sub"), folder.resolve("t1.csv"));
        assertThatThrownBy(() -> SubmissionReader.ofFiles(paths, null))
                .hasMessageContaining("belongs to one of several folders");
    }

    @Test
    void aDeclarationElsewhereOrUnderAnotherNameIsTakenAndNeverAnOutput() throws Exception {
        Path other = write("request.yaml", "schema: sdc-submission/1\nid: y\n");
        Submission submission = SubmissionReader.readFolder(folder, other);
        assertThat(submission.id()).isEqualTo("y");
        assertThat(names(submission.files())).containsExactly("sub/t2.csv", "t1.csv");
    }

    @Test
    void linksAreFilesOfTheirOwn() throws Exception {
        Files.createSymbolicLink(folder.resolve("link.csv"), folder.resolve("t1.csv"));
        Files.createSymbolicLink(folder.resolve("loop"), folder);
        Submission submission = SubmissionReader.readFolder(folder, null);
        assertThat(names(submission.files())).containsExactly("link.csv", "loop", "sub/t2.csv", "t1.csv");
        Path secret = write("secret.txt", "schema: other\n");
        Files.createSymbolicLink(folder.resolve("submission.yaml"), secret);
        assertThatThrownBy(() -> SubmissionReader.readFolder(folder, null)).hasMessageContaining("is a link");
    }

    @Test
    void namesKeepTheirLetters() throws Exception {
        write("Überleben 5%.csv", "x");
        Submission submission = SubmissionReader.readFolder(folder, null);
        assertThat(names(submission.files())).contains("Überleben 5%.csv");
    }

    private Path write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    private void declare(String... lines) throws IOException {
        write("submission.yaml", "schema: sdc-submission/1\n" + String.join("\n", lines) + "\n");
    }

    private static List<String> names(List<OutputFile> files) {
        return files.stream().map(OutputFile::path).toList();
    }
}
