package dev.sdc.rules.file;

import dev.sdc.engine.intake.ReceivedFile;
import dev.sdc.engine.read.Reading;
import dev.sdc.engine.rule.Disposition;
import dev.sdc.engine.rule.ExaminedFile;
import dev.sdc.engine.rule.FileRule;
import dev.sdc.engine.rule.Findings;
import dev.sdc.engine.rule.Outcome;
import dev.sdc.engine.rule.SdcRule;
import dev.sdc.engine.rule.Settings;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Files of a type that may not leave, whose content is not what their name says, or that cannot be read. */
@SdcRule(
        id = "FILE-001",
        title = "Type not allowed, or not readable",
        source = "OpenSAFELY and Genomics England: allowed file types; SATRE 3.3.07",
        parameters = "types")
public final class TypeNotAllowed implements FileRule {
    /** Other names of the same types. */
    private static final Map<String, String> ALIASES = Map.of("jpg", "jpeg", "htm", "html", "tab", "tsv");

    @Override
    public Outcome check(ExaminedFile examined, Settings settings) {
        ReceivedFile file = examined.file();
        Findings findings = Findings.in(this, file.path());
        String unreadable = unreadable(examined);
        if (file.refused() != null) {
            add(
                    findings,
                    "This kind of file may not leave.",
                    file.refused(),
                    "Save the content in a kind that can be checked.");
        } else if (!isAllowed(file.extension(), settings.types())) {
            add(
                    findings,
                    "Files of this type may not leave.",
                    file.extension().isEmpty()
                            ? "the name has no extension"
                            : "." + file.extension() + " is not among the types of the profile",
                    "Send tables as .csv or .xlsx, text as .txt and pictures as .png.");
        } else if (unreadable != null) {
            add(
                    findings,
                    "This file cannot be read, so nobody knows what it holds.",
                    unreadable,
                    "Save it anew, without password and not packed, and hand it in again.");
        } else if (file.claimed() != file.recognised()) {
            add(
                    findings,
                    "The content is not what the name says.",
                    "the name says " + file.claimed().mime() + ", the content is "
                            + file.recognised().mime(),
                    "Name the file after what it is, or save it anew as what it is named.");
        }
        return findings.outcome("type, name and readability");
    }

    private static boolean isAllowed(String extension, Set<String> types) {
        return types.contains(extension) || types.contains(ALIASES.getOrDefault(extension, extension));
    }

    private static @Nullable String unreadable(ExaminedFile examined) {
        String why = examined.file().unreadable();
        return why == null && examined.reading() instanceof Reading.Unreadable reading ? reading.why() : why;
    }

    private static void add(Findings findings, String message, String because, String remedy) {
        findings.add(
                "",
                null,
                null,
                Disposition.HARD,
                words -> words.message(message).because(because).remedy(remedy));
    }
}
