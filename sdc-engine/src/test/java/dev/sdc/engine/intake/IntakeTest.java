package dev.sdc.engine.intake;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.sdc.engine.submission.OutputFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class IntakeTest {
    private static final String DIGEST_OF_NOTHING = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

    @TempDir
    Path folder;

    @Test
    void receivesAFileAndLeavesItAsItIs() throws IOException {
        Path file = Files.writeString(folder.resolve("t1.csv"), "a,b\n1,2\n");
        FileTime longAgo = FileTime.from(Instant.parse("2020-01-01T00:00:00Z"));
        Files.setLastModifiedTime(file, longAgo);
        assertThat(file.toFile().setReadOnly()).isTrue();
        ReceivedFile received = receive("out/t1.CSV", file);
        assertThat(received.unreadable()).isNull();
        assertThat(received.refused()).isNull();
        assertThat(received.path()).isEqualTo("out/t1.CSV");
        assertThat(received.extension()).isEqualTo("csv");
        assertThat(received.claimed()).isEqualTo(MediaType.CSV);
        assertThat(received.recognised()).isEqualTo(MediaType.CSV);
        assertThat(received.size()).isEqualTo(8);
        assertThat(received.bytes()).asString(UTF_8).isEqualTo("a,b\n1,2\n");
        assertThat(received.sha256()).isEqualTo("492d5ea496056f1a6a6592241032fab764c321596317930b4fa0e1e8bc3b7470");
        assertThat(Files.getLastModifiedTime(file)).isEqualTo(longAgo);
        assertThat(Files.readString(file)).isEqualTo("a,b\n1,2\n");
    }

    @Test
    void receivesBytesOfAProgramWithoutCopying() {
        byte[] bytes = "a,b\n".getBytes(UTF_8);
        ReceivedFile received = new Intake(Limits.DEFAULT).receive(OutputFile.inMemory("t.csv", bytes));
        assertThat(received.bytes()).isSameAs(bytes);
        assertThat(received.sha256()).isEqualTo("5be08c9684a1d25efcee09318204824278b08bbfb4aef973ffefd0b9d7478313");
    }

    @Test
    void doesNotFollowLinks() throws IOException {
        Path target = Files.writeString(folder.resolve("secret.csv"), "a\n");
        Path link = Files.createSymbolicLink(folder.resolve("t.csv"), target);
        ReceivedFile received = receive("t.csv", link);
        assertThat(received.unreadable()).contains("symbolic link");
        assertThat(received.bytes()).isEmpty();
        assertThat(received.sha256()).isEqualTo(DIGEST_OF_NOTHING);
    }

    @Test
    void doesNotWaitForPipes() throws Exception {
        Path pipe = folder.resolve("t.csv");
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/mkfifo")), "no mkfifo here");
        new ProcessBuilder("/usr/bin/mkfifo", pipe.toString()).start().waitFor();
        assertThat(receive("t.csv", pipe).unreadable()).contains("no regular file");
    }

    @Test
    void doesNotReadFoldersOrDevices() {
        assertThat(receive("t.csv", folder).unreadable()).contains("no regular file");
        assertThat(receive("t.csv", Path.of("/dev/zero")).unreadable()).contains("no regular file");
    }

    @Test
    void saysWhyAFileCannotBeHad() throws IOException {
        assertThat(receive("t.csv", folder.resolve("gone.csv")).unreadable()).contains("no longer there");
        Path locked = Files.writeString(folder.resolve("locked.csv"), "a\n");
        Files.setPosixFilePermissions(locked, PosixFilePermissions.fromString("---------"));
        assumeTrue(!Files.isReadable(locked), "this user may read everything");
        assertThat(receive("t.csv", locked).unreadable()).contains("no permission");
    }

    @Test
    void refusesWhatIsTooLarge() throws IOException {
        Limits small = new Limits(10, 10, 10, 10, 10, 10, 10, 10, 10, 10);
        Path file = Files.writeString(folder.resolve("t.csv"), "0123456789A");
        assertThat(new Intake(small).receive(OutputFile.onDisk("t.csv", file)).unreadable())
                .contains("11 bytes", "at most 10");
        assertThat(new Intake(small)
                        .receive(OutputFile.inMemory("t.csv", new byte[11]))
                        .unreadable())
                .contains("at most 10");
    }

    @ParameterizedTest
    @CsvSource({
        "t.xls,save the workbook as .xlsx",
        "t.ods,save the workbook as .xlsx",
        "t.xlsm,without macros",
        "t.docx,send the tables as .csv",
        "t.pdf,send the tables as .csv",
        "t.rds,individual records",
        "t.RData,individual records",
        "t.dta,individual records",
        "t.zip,not an archive",
        "t.csv.gz,not an archive",
        "t.gif,as .png",
        "t.gph,as .png",
        "t.weird,not one of the kinds",
        "t,no extension",
        ".csv,no extension",
        "folder.csv/t,no extension"
    })
    void refusesKindsThatCannotBeChecked(String path, String words) {
        ReceivedFile received = receive(path, "a,b\n1,2\n");
        assertThat(received.claimed()).isEqualTo(MediaType.UNKNOWN);
        assertThat(received.refused()).contains(words).endsWith(".");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "csv", "tsv", "tab", "txt", "md", "html", "htm", "tex", "json", "ipynb", "log", "Rout", "lst", "out",
                "R", "do", "py", "sas", "sps", "sql"
            })
    void takesText(String extension) {
        ReceivedFile received = receive("t." + extension, "{\"a\": [1, 2]}\n");
        assertThat(received.refused()).isNull();
        assertThat(received.recognised()).isEqualTo(received.claimed()).isNotEqualTo(MediaType.UNKNOWN);
    }

    @Test
    void refusesContentThatIsNotWhatTheNameSays() throws IOException {
        assertMismatch("t.csv", "%PDF-1.7\n", "a PDF document");
        assertMismatch("t.csv", "\u0089PNG\r\n\u001a\n....", "a PNG picture");
        assertMismatch("t.csv", "<html><table></table></html>", "a web page");
        assertMismatch("t.csv", "<?xml version=\"1.0\"?><a/>", "an XML document");
        assertMismatch("t.txt", "{\\rtf1 hello}", "a rich-text document");
        assertMismatch("t.csv", "a,b\n1,\u00002\n", "binary data");
        assertMismatch("t.txt", "A\n3\n262146\n", "saved object");
        assertMismatch("t.txt", "RDX3\nX\n", "saved object");
        assertMismatch("t.json", "\u0080\u0004\u0095.....", "saved object");
        assertMismatch("t.txt", "\u007fELF\u0002\u0001\u0001", "a program");
        assertMismatch("t.csv", "PAR1...", "saved object");
        assertMismatch("t.log", "SQLite format 3\0", "saved object");
        assertMismatch("t.csv", new String(gzip("a,b\n"), ISO_8859_1), "compressed file");
        assertMismatch("t.xlsx", "a,b\n1,2\n", "plain text");
        assertMismatch("t.png", "a,b\n1,2\n", "plain text");
        assertMismatch("t.svg", "a,b\n1,2\n", "plain text");
        assertMismatch("t.jpg", "\u0089PNG\r\n\u001a\n....", "a PNG picture");
        assertMismatch("t.xlsx", new String(zip("word/document.xml", "x"), ISO_8859_1), "a zip archive");
        assertMismatch(
                "t.xlsx",
                new String(
                        zip(
                                "[Content_Types].xml",
                                "<Override ContentType=\"application/vnd.ms-excel.sheet.macroEnabled.main+xml\"/>"),
                        ISO_8859_1),
                "macros");
        assertMismatch("t.xlsx", "\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1 Workbook", "old binary kind");
    }

    @Test
    void readsOnAsWhatTheContentIs() {
        assertThat(receive("t.xlsx", "a,b\n1,2\n").recognised()).isEqualTo(MediaType.TEXT);
        assertThat(receive("t.csv", "<html></html>").recognised()).isEqualTo(MediaType.HTML);
        assertThat(receive("t.csv", "%PDF-1.7\n").recognised()).isEqualTo(MediaType.UNKNOWN);
    }

    @Test
    void leavesEncryptedAndDamagedWorkbooksToTheirReader() {
        String encrypted = "\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1"
                + "EncryptedPackage".chars().mapToObj(c -> (char) c + "\0").reduce("", String::concat);
        for (String content : new String[] {encrypted, "PK\u0003\u0004 cut off"}) {
            ReceivedFile received = receive("t.xlsx", content);
            assertThat(received.refused()).isNull();
            assertThat(received.recognised()).isEqualTo(MediaType.XLSX);
        }
    }

    @Test
    void anEmptyFileIsWhatItClaims() {
        ReceivedFile received = receive("t.csv", "");
        assertThat(received.refused()).isNull();
        assertThat(received.recognised()).isEqualTo(MediaType.CSV);
    }

    private static void assertMismatch(String path, String content, String words) {
        ReceivedFile received = receive(path, content);
        assertThat(received.refused()).as(path + " with " + words).contains(words);
    }

    private ReceivedFile receive(String path, Path file) {
        return new Intake(Limits.DEFAULT).receive(OutputFile.onDisk(path, file));
    }

    private static ReceivedFile receive(String path, String latin1) {
        return new Intake(Limits.DEFAULT).receive(OutputFile.inMemory(path, latin1.getBytes(ISO_8859_1)));
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(text.getBytes(UTF_8));
        }
        return out.toByteArray();
    }

    private static byte[] zip(String name, String content) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content.getBytes(UTF_8));
        }
        return out.toByteArray();
    }
}
