package dev.sdc.engine.report;

import dev.sdc.engine.rule.Finding;
import dev.sdc.engine.rule.Level;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The outcome of a check: the verdict, every finding with its place, and what was tested to come to it.
 *
 * <p>The same bytes and the same profile give an equal report.
 *
 * @param verdict the worst finding
 * @param profile the profile that decided
 * @param engine the program that decided
 * @param submission what was checked
 * @param files every file, in path order
 * @param findings every finding, in the order of files, places and rules
 * @param notListed how many findings there are beside those listed: a rule lists its first thousand in an output
 * @param redacted whether values and reasons are left out, so that the report may go back to the analyst
 * @param sessions what ACRO claimed of the outputs, where it wrote the folder, beside what was found
 * @param checkedAt when it was checked, as the caller says; null when the caller says nothing
 */
public record Report(
        Verdict verdict,
        ProfileUsed profile,
        Engine engine,
        Checked submission,
        List<FileReport> files,
        List<Finding> findings,
        long notListed,
        boolean redacted,
        List<SessionReport> sessions,
        @Nullable String checkedAt) {

    /** How many of the listed findings are of a level. */
    public long count(Level level) {
        long count = 0;
        for (Finding finding : findings) {
            if (finding.level() == level) {
                count++;
            }
        }
        return count;
    }

    /** The same report, with the time of the check as the caller gives it. */
    public Report checkedAt(String time) {
        return new Report(verdict, profile, engine, submission, files, findings, notListed, redacted, sessions, time);
    }

    /**
     * The profile that decided.
     *
     * @param chosenBy a sentence on who chose it and why
     * @param sha256 its digest; empty in the analyst's copy where a parameter is confidential, because a value that is
     *     one of few can be found by trying which of them gives the digest
     * @param confidential the parameters that the analyst may not learn
     * @param notes what a person should know of it, such as values nobody has verified
     */
    public record ProfileUsed(
            String name,
            String version,
            String sha256,
            String chosenBy,
            List<String> confidential,
            List<String> notes) {}

    /** The program that decided. */
    public record Engine(String name, String version) {}

    /**
     * What was checked.
     *
     * @param id the request's id, or null
     * @param sha256 the digest over all files' paths and digests and the declaration
     */
    public record Checked(@Nullable String id, String sha256) {}

    /**
     * One file.
     *
     * @param notes how it was read: dialect, limits, alternatives
     * @param rules the rules about files with their outcome; every rule where the file has no output
     */
    public record FileReport(
            String path,
            String sha256,
            long bytes,
            String mediaType,
            Verdict verdict,
            List<String> notes,
            List<OutputReport> outputs,
            List<RuleReport> rules) {}

    /**
     * One output of a file.
     *
     * @param typeDeclared whether the type was declared rather than understood
     * @param understood what was understood, in a sentence
     * @param restsOn the declarations that the output would not pass without; for the checker to confirm
     * @param notRun the families of rules that belong to this kind of output and of which none reached a result
     * @param rules every rule with its outcome, in id order
     */
    public record OutputReport(
            String id,
            String range,
            String outputType,
            boolean typeDeclared,
            String understood,
            Verdict verdict,
            List<String> restsOn,
            List<String> notRun,
            List<RuleReport> rules) {}

    /**
     * A session of ACRO. Its own files are for the checker and never released.
     *
     * @param file the path of the file that holds the claims
     * @param sha256 its digest
     * @param version the version of ACRO that it names
     * @param kept the files that belong to the session itself, in path order
     * @param verdict the worst of what was found on the session's own file
     * @param claims what is claimed of each output, in the order of the file
     */
    public record SessionReport(
            String file, String sha256, String version, List<String> kept, Verdict verdict, List<ClaimReport> claims) {}

    /**
     * What ACRO claims of one output, held against what was found.
     *
     * @param claimed its status in ACRO's word
     * @param found the worst verdict of its files
     * @param agrees whether both come to the same
     * @param files the paths of its files
     * @param remarks how checks agree and differ, in sentences that may give numbers of cells
     */
    public record ClaimReport(
            String id, String claimed, Verdict found, boolean agrees, List<String> files, List<String> remarks) {}

    /**
     * What one rule came to.
     *
     * @param outcome the outcome
     * @param why what was tested, or why the rule does not apply
     * @param findings how many findings it has, those past the cap included
     */
    public record RuleReport(String id, RuleOutcome outcome, String why, long findings) {}

    /** How a rule ended. */
    public enum RuleOutcome {
        PASS,
        FAIL,
        REVIEW,
        NEEDS_EVIDENCE,
        NOT_APPLICABLE,
        NOT_BUILT
    }
}
