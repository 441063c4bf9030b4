package dev.sdc.engine.report;

import java.util.Set;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.TokenStreamContext;

/**
 * The look of a report in JSON: one line for each field of the report, of a file, an output and a finding, and for each
 * rule; everything smaller stands in one line. Line ends are LF everywhere.
 */
final class ReportLayout implements PrettyPrinter {
    private static final Set<String> LISTS = Set.of(
            "files",
            "outputs",
            "sessions",
            "claims",
            "rules",
            "findings",
            "new",
            "gone",
            "runs",
            "results",
            "artifacts");
    private static final String INDENT = "  ";

    @Override
    public void writeRootValueSeparator(JsonGenerator out) {
        out.writeRaw('\n');
    }

    @Override
    public void writeStartObject(JsonGenerator out) {
        out.writeRaw('{');
    }

    @Override
    public void beforeObjectEntries(JsonGenerator out) {
        breakLine(out, out.streamWriteContext());
    }

    @Override
    public void writeObjectNameValueSeparator(JsonGenerator out) {
        out.writeRaw(": ");
    }

    @Override
    public void writeObjectEntrySeparator(JsonGenerator out) {
        separate(out);
    }

    @Override
    public void writeEndObject(JsonGenerator out, int entries) {
        end(out, entries, '}');
    }

    @Override
    public void writeStartArray(JsonGenerator out) {
        out.writeRaw('[');
    }

    @Override
    public void beforeArrayValues(JsonGenerator out) {
        breakLine(out, out.streamWriteContext());
    }

    @Override
    public void writeArrayValueSeparator(JsonGenerator out) {
        separate(out);
    }

    @Override
    public void writeEndArray(JsonGenerator out, int entries) {
        end(out, entries, ']');
    }

    private static void separate(JsonGenerator out) {
        TokenStreamContext at = out.streamWriteContext();
        out.writeRaw(',');
        if (isBlock(at)) {
            breakLine(out, at);
        } else {
            out.writeRaw(' ');
        }
    }

    private static void end(JsonGenerator out, int entries, char bracket) {
        // the generator has not left the object or array yet
        TokenStreamContext at = out.streamWriteContext();
        if (entries > 0 && isBlock(at)) {
            out.writeRaw('\n');
            indent(out, depth(at) - 1);
        }
        out.writeRaw(bracket);
    }

    private static void breakLine(JsonGenerator out, TokenStreamContext at) {
        if (isBlock(at)) {
            out.writeRaw('\n');
            indent(out, depth(at));
        }
    }

    private static boolean isBlock(TokenStreamContext at) {
        if (at.inArray()) {
            return LISTS.contains(nameOf(at));
        }
        TokenStreamContext parent = at.getParent();
        return at.inObject()
                && (parent.inRoot()
                        || "since".equals(nameOf(at))
                        || (parent.inArray() && isBlock(parent) && !"rules".equals(nameOf(parent))));
    }

    private static String nameOf(TokenStreamContext at) {
        TokenStreamContext parent = at.getParent();
        String name = parent.inObject() ? parent.currentName() : null;
        return name == null ? "" : name;
    }

    private static int depth(TokenStreamContext at) {
        return at.getNestingDepth();
    }

    private static void indent(JsonGenerator out, int depth) {
        for (int i = 0; i < depth; i++) {
            out.writeRaw(INDENT);
        }
    }
}
