package dev.sdc.benchmarks.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.Random;

/** A few edits: a piece put in, a stretch cut out or doubled, a byte changed, or the whole many times over. */
final class TextEdits implements Edits {
    private static final int MOST_BYTES = 400_000;

    private static final String[] PIECES = {
        "\n",
        " ",
        "|",
        "----",
        "12",
        "3",
        "\t",
        ",",
        ";",
        "\"",
        "<td>",
        "</table>",
        "<td colspan=9999>",
        "<!--",
        "-->",
        "&",
        "&#0;",
        "\\\\",
        "{",
        "}",
        "[",
        "]",
        ":",
        "null",
        "\\begin{tabular}",
        "\\multicolumn{9999}{c}{",
        "=",
        "@",
        "\u0000",
        "99999999999999999999",
        "1e999999",
        "-",
        "%",
        "n = ",
        "/",
        "<svg>",
        "style='display:none'",
        "PK\u0003\u0004",
        "\u001b[8m",
        "\u00e2\u0080\u008b",
        "<script>",
        "&lt;",
        "\\u0033",
        "<text>",
        "<tr hidden>",
        "&a ",
        "*a",
        "<<: *a",
        "!!int ",
        "? ",
    };

    @Override
    public byte[] edited(byte[] bytes, Random random) {
        StringBuilder text = new StringBuilder(new String(bytes, StandardCharsets.ISO_8859_1));
        int edits = 1 + random.nextInt(random.nextBoolean() ? 2 : 12);
        for (int i = 0; i < edits && text.length() > 0; i++) {
            int at = random.nextInt(text.length());
            int to = Math.min(text.length(), at + random.nextInt(80));
            switch (random.nextInt(5)) {
                case 0 -> text.insert(at, PIECES[random.nextInt(PIECES.length)]);
                case 1 -> text.delete(at, to);
                case 2 -> text.insert(at, text.substring(at, to));
                case 3 -> text.setCharAt(at, (char) random.nextInt(256));
                default -> text.insert(at, PIECES[random.nextInt(PIECES.length)].repeat(1 + random.nextInt(50)));
            }
        }
        if (random.nextInt(10) == 0 && text.length() > 0) {
            String once = text.toString();
            int times = Math.min(40, MOST_BYTES / once.length());
            text = new StringBuilder(once.repeat(Math.max(1, times)));
        }
        return text.toString().getBytes(StandardCharsets.ISO_8859_1);
    }
}
