package dev.sdc.engine.read.contained;

import dev.sdc.engine.intake.Intake;
import dev.sdc.engine.intake.Limits;
import dev.sdc.engine.intake.ReceivedFile;
import dev.sdc.engine.read.FileReader;
import dev.sdc.engine.submission.OutputFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.CodeSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * What a reader takes from the disk while it reads: the jars of its classes, the image of the runtime, its libraries and
 * settings. All of it is opened before the first file comes, and stays open.
 */
final class Supplies {
    private static final String RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private Supplies() {}

    /** Whether the readers come from a jar, which stays open: classes in a folder are opened one by one when they are needed. */
    static boolean areHeld() {
        CodeSource source = Supplies.class.getProtectionDomain().getCodeSource();
        return source != null && !source.getLocation().getPath().endsWith("/");
    }

    static void open() throws IOException {
        // a search that finds nothing looks into every jar
        Supplies.class.getClassLoader().getResources("dev/sdc/engine/nothing");
        // and classes that no jar has come from the runtime's own image
        try (@Nullable
                InputStream image =
                        ClassLoader.getPlatformClassLoader().getResourceAsStream("java/sql/Connection.class")) {
            if (image != null) {
                image.read();
            }
        }
        ReceivedFile workbook = new Intake(Limits.DEFAULT).receive(OutputFile.inMemory("a.xlsx", workbook()));
        FileReader.IN_PROCESS.read(workbook, Limits.DEFAULT);
    }

    /** A workbook with a number, whose format has parts: showing it takes more from the disk than all else. */
    private static byte[] workbook() throws IOException {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put(
                "[Content_Types].xml",
                "<a>application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml</a>");
        parts.put("_rels/.rels", relations("officeDocument", "xl/workbook.xml"));
        parts.put("xl/workbook.xml", "<workbook><sheets><sheet name='a' id='worksheet'/></sheets></workbook>");
        parts.put("xl/_rels/workbook.xml.rels", relations("worksheet", "s.xml", "styles", "f.xml"));
        parts.put(
                "xl/f.xml",
                "<a><numFmts><numFmt numFmtId='164' formatCode='[&gt;1][Red]0;;;@'/></numFmts>"
                        + "<cellXfs><xf/><xf numFmtId='164'/></cellXfs></a>");
        parts.put(
                "xl/s.xml",
                "<worksheet><sheetData><row r='1'><c r='A1' s='1'><v>2.5</v></c></row></sheetData></worksheet>");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toByteArray();
    }

    private static String relations(String... typesAndTargets) {
        StringBuilder relations = new StringBuilder("<Relationships>");
        for (int i = 0; i < typesAndTargets.length; i += 2) {
            String type = typesAndTargets[i];
            relations
                    .append("<Relationship Id='")
                    .append(type)
                    .append("' Type='")
                    .append(RELATIONS);
            relations
                    .append('/')
                    .append(type)
                    .append("' Target='")
                    .append(typesAndTargets[i + 1])
                    .append("'/>");
        }
        return relations.append("</Relationships>").toString();
    }
}
