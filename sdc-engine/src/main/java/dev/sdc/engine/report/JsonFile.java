package dev.sdc.engine.report;

import java.io.IOException;
import java.io.OutputStream;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonEncoding;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.SerializableString;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.io.CharacterEscapes;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonWriteFeature;

/** How JSON is written here: laid out for reading, in ASCII, so that no text of a file can change how it looks. */
final class JsonFile {
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
            .characterEscapes(new WithDelete())
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

    /** JSON lets the delete character stand as it is, but a terminal does not show it. */
    private static final class WithDelete extends CharacterEscapes {
        private static final long serialVersionUID = 1;
        private static final int DELETE = 0x7f;

        @Override
        public int[] getEscapeCodesForAscii() {
            int[] codes = standardAsciiEscapesForJSON();
            codes[DELETE] = ESCAPE_STANDARD;
            return codes;
        }

        @Override
        public @Nullable SerializableString getEscapeSequence(int character) {
            return null; // the standard escapes need none
        }
    }

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
