package dev.sdc.benchmarks.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What makes a file disclosive: that by which it differs from its innocent twin. */
@FunctionalInterface
interface Evidence {
    /** Bytes on both sides of a stretch that belong to it. */
    int AROUND = 24;

    /** Whether all of it, and all that leads there, is still in the file after it was edited. */
    boolean isIn(byte[] edited);

    /** The evidence in a file of a kind. */
    static Evidence of(Kind kind, byte[] hostile, byte[] clean) {
        return switch (kind) {
            case XLSX -> parts(hostile, clean);
            case CSV, TSV, TXT, LOG, MD, TEX -> lines(hostile, clean);
            case HTML -> {
                // where an element stands, and so whether it is hidden, is decided by all that is before it
                byte[] shared = upTo(hostile, clean);
                yield edited -> Arrays.mismatch(edited, shared) < 0 || Arrays.mismatch(edited, shared) >= shared.length;
            }
            case JSON, IPYNB, CODE, SVG, PNG, JPEG, DECLARATION, SESSION -> {
                byte[] stretch = stretch(hostile, clean);
                yield edited -> stretch.length > 0 && holds(edited, stretch);
            }
        };
    }

    /** The parts of a workbook that its twin has otherwise or not at all. */
    private static Evidence parts(byte[] hostile, byte[] clean) {
        Map<String, byte[]> parts = WorkbookEdits.parts(hostile);
        Map<String, byte[]> twins = WorkbookEdits.parts(clean);
        Set<String> evidence = new HashSet<>();
        parts.forEach((name, bytes) -> {
            if (!Arrays.equals(bytes, twins.get(name))) {
                evidence.add(name);
            }
        });
        return edited -> {
            Map<String, byte[]> now = WorkbookEdits.parts(edited);
            return !evidence.isEmpty()
                    && parts.entrySet().stream()
                            .filter(part -> evidence.contains(part.getKey()) || leadsThere(part.getKey()))
                            .allMatch(part -> Arrays.equals(part.getValue(), now.get(part.getKey())));
        };
    }

    private static boolean leadsThere(String part) {
        return part.endsWith(".rels")
                || part.equals("[Content_Types].xml")
                || part.equals("xl/workbook.xml")
                || part.startsWith("xl/worksheets/")
                || part.startsWith("xl/drawings/")
                || part.startsWith("xl/charts/")
                || part.startsWith("xl/theme/")
                || part.equals("xl/styles.xml");
    }

    /** The lines that its twin has otherwise or not at all, and the first line of the file. */
    private static Evidence lines(byte[] hostile, byte[] clean) {
        String text = new String(hostile, StandardCharsets.ISO_8859_1);
        List<String> twins =
                new String(clean, StandardCharsets.ISO_8859_1).lines().toList();
        List<String> evidence =
                text.lines().filter(line -> !twins.contains(line)).toList();
        String first = text.lines().findFirst().orElse("");
        return edited -> {
            List<String> now =
                    new String(edited, StandardCharsets.ISO_8859_1).lines().toList();
            return !evidence.isEmpty() && !now.isEmpty() && now.get(0).equals(first) && now.containsAll(evidence);
        };
    }

    /** The stretch from the first byte that differs to the last, and a little around it. */
    private static byte[] stretch(byte[] hostile, byte[] clean) {
        int from = Math.max(0, Arrays.mismatch(hostile, clean));
        int same = 0;
        while (same < Math.min(hostile.length, clean.length) - from
                && hostile[hostile.length - 1 - same] == clean[clean.length - 1 - same]) {
            same++;
        }
        return Arrays.copyOfRange(
                hostile, Math.max(0, from - AROUND), Math.min(hostile.length, hostile.length - same + AROUND));
    }

    /** All bytes up to the end of what differs, and a little behind it. */
    private static byte[] upTo(byte[] hostile, byte[] clean) {
        int same = 0;
        while (same < Math.min(hostile.length, clean.length)
                && hostile[hostile.length - 1 - same] == clean[clean.length - 1 - same]) {
            same++;
        }
        return Arrays.copyOf(hostile, Math.min(hostile.length, hostile.length - same + AROUND));
    }

    private static boolean holds(byte[] bytes, byte[] stretch) {
        for (int at = 0; at + stretch.length <= bytes.length; at++) {
            if (Arrays.equals(bytes, at, at + stretch.length, stretch, 0, stretch.length)) {
                return true;
            }
        }
        return false;
    }
}
