package dev.sdc.rules.hostile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sdc.engine.OutputChecker;
import dev.sdc.engine.report.Report;
import dev.sdc.engine.report.Verdict;
import dev.sdc.engine.submission.Declaration;
import dev.sdc.engine.submission.DeclarationException;
import dev.sdc.engine.submission.OutputFile;
import dev.sdc.engine.submission.Submission;
import dev.sdc.rules.BundledProfiles;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What libraries do to those who open files with them, and what must not come back. */
class LibraryTrapsTest {
    private static final Path PAIRS = Path.of("../testdata/hostile/pairs");

    @TempDir
    private Path folder;

    /** POI's object model writes a workbook anew when it is closed, without what followed its end. */
    @Test
    void aWorkbookIsNotWrittenAnew() throws Exception {
        Path file = Files.copy(PAIRS.resolve("trailing-data/hostile.xlsx"), folder.resolve("t.xlsx"));
        byte[] before = Files.readAllBytes(file);
        FileTime then = FileTime.fromMillis(1_700_000_000_000L);
        Files.setLastModifiedTime(file, then);
        check(OutputFile.onDisk("t.xlsx", file));
        assertThat(Files.readAllBytes(file)).isEqualTo(before);
        assertThat(Files.getLastModifiedTime(file)).isEqualTo(then);
    }

    /** Loading a parser of Tika takes POI's guard against bombs away for the whole process. */
    @Test
    void theGuardAgainstBombsIsNotThatOfALibrary() throws Exception {
        Class<?> guard = Class.forName("org.apache.poi.openxml4j.util.ZipSecureFile");
        Object ratio = guard.getMethod("getMinInflateRatio").invoke(null);
        guard.getMethod("setMinInflateRatio", double.class).invoke(null, -1);
        try {
            Report report = check(OutputFile.onDisk("t.xlsx", PAIRS.resolve("bomb-by-ratio/hostile.xlsx")));
            assertThat(report.verdict()).isEqualTo(Verdict.FAIL);
            assertThat(report.findings()).anyMatch(finding -> finding.because().contains("times its size"));
        } finally {
            guard.getMethod("setMinInflateRatio", double.class).invoke(null, ratio);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "org.apache.tika.Tika",
                "org.apache.tika.parser.AutoDetectParser",
                "org.apache.tika.parser.microsoft.ooxml.OOXMLParser"
            })
    void noGeneralParserIsThere(String parser) {
        assertThatThrownBy(() -> Class.forName(parser)).isInstanceOf(ClassNotFoundException.class);
    }

    /** The object model rewrites, archives that are recognised by themselves may be any, and pictures are not decoded. */
    @Test
    void noFileIsOpenedByTheMeansThatTrapped() throws Exception {
        List<String> traps = List.of(
                "org/apache/poi/xssf",
                "org/apache/poi/openxml4j",
                "WorkbookFactory",
                "commons/compress",
                "javax/imageio");
        int seen = 0;
        for (Class<?> of : List.of(OutputChecker.class, BundledProfiles.class)) {
            for (byte[] compiled : classes(of)) {
                String constants = new String(compiled, StandardCharsets.ISO_8859_1);
                assertThat(traps).noneMatch(constants::contains);
                seen++;
            }
        }
        assertThat(seen).isGreaterThan(500);
    }

    private static List<byte[]> classes(Class<?> of) throws Exception {
        URI place = of.getProtectionDomain().getCodeSource().getLocation().toURI();
        if (Files.isDirectory(Path.of(place))) {
            return below(Path.of(place));
        }
        try (FileSystem jar = FileSystems.newFileSystem(Path.of(place))) {
            return below(jar.getPath("/"));
        }
    }

    private static List<byte[]> below(Path root) throws IOException {
        List<byte[]> classes = new ArrayList<>();
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".class")).toList()) {
                classes.add(Files.readAllBytes(file));
            }
        }
        return classes;
    }

    /** POI tells the number of shared texts that the workbook claims. */
    @Test
    void sharedTextsAreCountedAndNotBelieved() throws Exception {
        byte[] claimed = changed(
                Files.readAllBytes(PAIRS.resolve("orphan-shared-strings/hostile.xlsx")),
                "<sst ",
                "<sst count=\"0\" uniqueCount=\"0\" ");
        assertThat(check(OutputFile.inMemory("t.xlsx", claimed)).findings())
                .anyMatch(finding -> finding.because().contains("2 texts that no cell shows"));
    }

    /** One program takes the first of two entries with one name, another the second: neither is taken. */
    @Test
    void noEntryIsChosenAmongTwo() throws Exception {
        Report report = check(OutputFile.onDisk("t.xlsx", PAIRS.resolve("duplicate-entry/hostile.xlsx")));
        assertThat(report.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(report.files().get(0).outputs()).isEmpty();
    }

    /** An archive with a text of a part replaced, where it stands. */
    private static byte[] changed(byte[] archive, String old, String with) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int found = 0;
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(archive));
                ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                String part = new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
                found += part.contains(old) ? 1 : 0;
                out.putNextEntry(new ZipEntry(entry.getName()));
                out.write(part.replaceAll(" (?:count|uniqueCount)=\"\\d+\"(?=[^>]*><si)", "")
                        .replace(old, with)
                        .getBytes(StandardCharsets.ISO_8859_1));
            }
        }
        assertThat(found).isOne();
        return bytes.toByteArray();
    }

    private static Report check(OutputFile file) throws DeclarationException {
        return OutputChecker.standard()
                .check(Submission.builder()
                        .file(file)
                        .defaults(Declaration.builder().unit("patient").build())
                        .build());
    }
}
