package dev.sdc.engine.report;

import java.io.IOException;
import java.io.OutputStream;
import java.util.function.Consumer;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonEncoding;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonWriteFeature;

/** How JSON is written here: laid out for reading, in ASCII, so that no text of a file can change how it looks. */
final class JsonFile {
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .build();

    private static final ObjectWriteContext LAID_OUT = new ObjectWriteContext.Base() {
        @Override
        public PrettyPrinter getPrettyPrinter() {
            return new ReportLayout();
        }

        @Override
        public boolean hasPrettyPrinter() {
            return true;
        }
    };

    private JsonFile() {}

    /** Writes one document and a line end; the stream is flushed and stays open. */
    static void write(OutputStream out, Consumer<JsonGenerator> document) throws IOException {
        try (JsonGenerator json = FACTORY.createGenerator(LAID_OUT, out, JsonEncoding.UTF8)) {
            document.accept(json);
        } catch (JacksonIOException e) {
            throw e.getCause();
        } catch (JacksonException e) {
            throw new IllegalStateException("the document is not well-formed", e);
        }
        out.write('\n');
        out.flush();
    }
}
