package dev.sdc.rules.file;

import dev.sdc.engine.rule.Disposition;
import dev.sdc.engine.rule.ExaminedFile;
import dev.sdc.engine.rule.FileRule;
import dev.sdc.engine.rule.Findings;
import dev.sdc.engine.rule.Listing;
import dev.sdc.engine.rule.Outcome;
import dev.sdc.engine.rule.SdcRule;
import dev.sdc.engine.rule.Settings;
import java.util.Locale;
import java.util.Set;

/** Files beside those that are listed, or changed since; parts of version-control folders, and archives. */
@SdcRule(
        id = "FILE-008",
        title = "File that is not declared",
        source = "NHS England SDE: no .git folders, no undeclared data; ACRO: a checksum of every file")
public final class UndeclaredFile implements FileRule {
    private static final Set<String> VERSION_CONTROL =
            Set.of(".git", ".svn", ".hg", ".bzr", "cvs", ".fossil", "_darcs");
    private static final Set<String> ARCHIVES =
            Set.of("zip", "gz", "tgz", "tar", "bz2", "xz", "zst", "7z", "rar", "jar", "iso", "cab", "lz", "lzma", "z");

    @Override
    public Outcome check(ExaminedFile file, Settings settings) {
        Findings findings = Findings.in(this, file.file().path());
        if (isVersionControl(file.file().path())) {
            add(
                    findings,
                    "This file belongs to a version-control folder, which keeps everything that ever stood in it.",
                    "its path leads through such a folder",
                    "Leave the folder out.");
        } else if (ARCHIVES.contains(file.file().extension())) {
            add(
                    findings,
                    "This is an archive, which holds files that nobody declared.",
                    "." + file.file().extension() + " is the extension of archives",
                    "Hand in the files themselves.");
        } else {
            listed(file.listing(), findings);
        }
        return findings.outcome("the submission's list and the file's path");
    }

    private static void listed(Listing listing, Findings findings) {
        switch (listing) {
            case LISTED -> {}
            case NOT_LISTED ->
                add(
                        findings,
                        "This file is not declared.",
                        "the submission lists its outputs, and this file is none of them",
                        "List it under outputs, or take it out of the folder.");
            case NOT_IN_SESSION ->
                add(
                        findings,
                        "This file is not declared.",
                        "it lies in the folder of an ACRO session that does not name it",
                        "Add it to the session, list it under outputs in submission.yaml, or take it out of the folder.");
            case CHANGED ->
                add(
                        findings,
                        "This file was changed after it was checked.",
                        "its SHA-256 is not the one that the ACRO session gives for it",
                        "Close the session again, and hand in the files as it writes them.");
        }
    }

    private static boolean isVersionControl(String path) {
        for (String part : path.split("[/\\\\]", -1)) {
            if (VERSION_CONTROL.contains(part.toLowerCase(Locale.ROOT))) {
                return true;
            }
        }
        return false;
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
