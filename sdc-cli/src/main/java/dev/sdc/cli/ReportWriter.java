package dev.sdc.cli;

import dev.sdc.cli.render.HtmlReport;
import dev.sdc.cli.render.Rendering;
import dev.sdc.cli.render.TextReport;
import dev.sdc.engine.report.AcroJson;
import dev.sdc.engine.report.JunitXml;
import dev.sdc.engine.report.ReportJson;
import dev.sdc.engine.report.SarifJson;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** Writes a report in the forms and to the places asked for. */
final class ReportWriter {
    private final Terminal terminal;
    private final boolean quiet;
    private final boolean colour;

    ReportWriter(Terminal terminal, boolean quiet, boolean colour) {
        this.terminal = terminal;
        this.quiet = quiet;
        this.colour = colour;
    }

    void write(Rendering rendering, List<Target> targets) throws IOException, UsageException {
        boolean onlyFiles = true;
        for (Target target : targets) {
            Path file = target.file();
            if (file == null) {
                onlyFiles = false;
                toStandardOutput(rendering, target.format());
            } else {
                try (OutputStream out = new BufferedOutputStream(ReportFile.open(file), 1 << 16)) {
                    write(rendering, target.format(), false, out);
                } catch (IOException e) {
                    throw new UsageException(file + ": the report cannot be written there (" + kind(e) + ")");
                }
            }
        }
        if (onlyFiles && !quiet) {
            terminal.say(rendering.report().verdict() + "; the report is in the file asked for");
        }
    }

    private void toStandardOutput(Rendering rendering, Format format) throws IOException {
        try {
            OutputStream out = new BufferedOutputStream(terminal.out(), 1 << 16);
            write(rendering, format, colour, out);
            out.flush();
        } catch (IOException e) {
            // a reader that has seen enough, such as head, is no fault
            if (!"Broken pipe".equals(e.getMessage())) {
                throw e;
            }
        }
    }

    private static void write(Rendering rendering, Format format, boolean colour, OutputStream out) throws IOException {
        switch (format) {
            case TEXT -> out.write(TextReport.of(rendering, colour).getBytes(StandardCharsets.UTF_8));
            case HTML -> out.write(HtmlReport.of(rendering).getBytes(StandardCharsets.UTF_8));
            case JSON -> ReportJson.write(rendering.report(), rendering.since(), out);
            case JUNIT -> JunitXml.write(rendering.report(), out);
            case SARIF -> SarifJson.write(rendering.report(), rendering.book(), out);
            case ACRO -> AcroJson.write(rendering.report(), rendering.book(), out);
        }
    }

    private static String kind(IOException e) {
        return e.getClass().getSimpleName();
    }
}
