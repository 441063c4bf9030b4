package dev.sdc.engine.gate;

import java.util.Arrays;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A file that a request asks to release.
 *
 * @param path its name in the request, with {@code /} between folders
 */
public record ReleasedFile(String path, Digest digest, long bytes) {

    /**
     * Whether a name can be sent and shown without harm: relative, no folder or file that is hidden or climbs, no
     * character that steers a terminal, nothing that another system reads as a separator.
     */
    public static boolean isSafe(String path) {
        return !path.isEmpty()
                && path.length() <= 1000
                && path.codePoints().noneMatch(c -> isUnsafe(c))
                && Arrays.stream(path.split("/", -1)).noneMatch(part -> part.isEmpty() || part.startsWith("."));
    }

    private static boolean isUnsafe(int c) {
        int type = Character.getType(c);
        return type == Character.CONTROL
                || type == Character.FORMAT
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR
                || type == Character.SURROGATE
                || c == '\\'
                || c == ':';
    }

    /** The subjects of an in-toto statement. */
    static ArrayNode subjects(List<ReleasedFile> files) {
        ArrayNode subjects = Json.array();
        for (ReleasedFile file : files) {
            ObjectNode subject = subjects.addObject();
            subject.put("name", file.path);
            subject.putObject("digest").put("sha256", file.digest.hex());
            subject.putObject("annotations").put("bytes", file.bytes);
        }
        return subjects;
    }

    static List<ReleasedFile> read(JsonNode statement) throws GateException {
        return Json.each(statement, "subject", subject -> {
            String path = Json.text(subject, "name");
            if (!isSafe(path)) {
                throw new GateException("a statement names a file that cannot be sent safely");
            }
            return new ReleasedFile(
                    path,
                    Json.digest(Json.object(subject, "digest"), "sha256"),
                    Json.whole(Json.object(subject, "annotations"), "bytes"));
        });
    }
}
