package dev.sdc.engine.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What docs/submission.md shows is what is read. */
class DocumentedSubmissionTest {
    private static final Path PAGE = Path.of("..", "docs", "submission.md");

    @Test
    void theExampleIsRead() throws IOException, DeclarationException {
        String page = Files.readString(PAGE);
        int start = page.indexOf("```yaml\n") + "```yaml\n".length();
        byte[] example = page.substring(start, page.indexOf("```", start)).getBytes(StandardCharsets.UTF_8);
        SubmissionDocument read = SubmissionDocument.read("docs/submission.md", example);
        assertThat(read.id()).isEqualTo("lung-2026-014");
        assertThat(read.defaults().unit()).isEqualTo("patient");
        assertThat(read.entries()).hasSize(4);
    }

    @Test
    void everyKeyAndWordIsDescribed() throws IOException {
        List<String> words = new ArrayList<>(DeclarationParser.DESCRIPTION);
        words.addAll(EvidenceParser.KEYS);
        words.addAll(SubmissionDocument.KEYS);
        for (OutputType type : OutputType.values()) {
            words.add(type.key());
        }
        for (ColumnRole role : ColumnRole.values()) {
            words.add(role.key());
        }
        assertThat(Files.readString(PAGE)).contains(words);
    }
}
