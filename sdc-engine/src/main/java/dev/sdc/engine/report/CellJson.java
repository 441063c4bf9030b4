package dev.sdc.engine.report;

import dev.sdc.engine.audit.Derivation;
import dev.sdc.engine.audit.ExplainedCell;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;

/** What can be said about one cell in JSON, schema {@code sdc-cell/1}. */
public final class CellJson {
    private CellJson() {}

    /**
     * Writes the explanation; the stream is flushed and stays open.
     *
     * @throws IOException if the stream refuses
     */
    public static void write(ExplainedCell cell, OutputStream out) throws IOException {
        JsonFile.write(out, json -> {
            json.writeStartObject();
            json.writeStringProperty("schema", "sdc-cell/1");
            json.writeStringProperty("file", cell.file());
            json.writeStringProperty("cell", cell.cell());
            json.writeStringProperty("row", cell.row());
            json.writeStringProperty("column", cell.column());
            json.writeStringProperty("text", cell.text());
            json.writeStringProperty("knowledge", cell.knowledge().name().toLowerCase(Locale.ROOT));
            if (cell.low() == null) {
                json.writeNullProperty("low");
            } else {
                json.writeNumberProperty("low", cell.low());
            }
            if (cell.high() == null) {
                json.writeNullProperty("high");
            } else {
                json.writeNumberProperty("high", cell.high());
            }
            json.writeArrayPropertyStart("steps");
            for (Derivation.Step step : cell.steps()) {
                json.writeStartObject();
                json.writeStringProperty("text", step.text());
                json.writeArrayPropertyStart("cells");
                step.cells().forEach(json::writeString);
                json.writeEndArray();
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeStringProperty("because", cell.because());
            json.writeEndObject();
        });
    }
}
