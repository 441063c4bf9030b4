package dev.sdc.rules.sec;

import dev.sdc.engine.evidence.LineCounts;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** What tells that numbers below one another are the steps of a selection: their names, or what stands above them. */
final class FlowSteps {
    private static final Pattern STEP = Pattern.compile(
            "\\b(?:assessed|screened|registered|eligible|include[ds]?|randomi[sz]ed"
                    + "|allocated|analy[sz]ed|analysis (?:cohort|set|population|sample)|remaining|after excl\\w*|consented|enrolled"
                    + "|approached|invited|responded|complete data|final (?:cohort|sample)|study population|followed|completed"
                    + "|with (?:a )?valid|linked|received allocated|eingeschlossen|ausgewertet|geeignet|verbleibend)\\b");
    /** What a selection begins with. */
    private static final Pattern BEGINNING = Pattern.compile(
            "\\b(?:assessed|screened|registered|referred|identified|extracted"
                    + "|approached|invited|eligible|in the (?:register|registry|data ?set|extract)|recruited|überwiesen|erfasst)\\b");
    /** What a further step may be called behind such a beginning, where alone it says little. */
    private static final Pattern FURTHER =
            Pattern.compile("\\b(?:confirmed|recorded|known|available|matched|traced|attended)\\b");

    private static final Pattern TAKEN_OFF = Pattern.compile(
            "^\\W*(?:exclu|lost|withdr|missing|declin|refus|died|duplicat|not |no |inelig|without|ausgeschl|verloren|fehlend)");
    private static final Pattern OVER_STEPS = Pattern.compile(
            "\\b(?:flow(?:[ -]?(?:chart|diagram))?|consort|strobe|attrition"
                    + "|(?:cohort|patient|participant|sample|study) (?:selection|derivation|build|construction)"
                    + "|selection of (?:the )?(?:cohort|patients|participants|sample)|derivation of (?:the )?cohort)\\b");
    private static final Pattern DATE = Pattern.compile("\\b(?:19|20)\\d\\d\\b");

    private FlowSteps() {}

    /** Whether something is taken off at a line by its name: it is no step itself. */
    static boolean isTakenOff(String label) {
        return TAKEN_OFF.matcher(label.toLowerCase(Locale.ROOT)).find();
    }

    /** Whether a title or heading announces the steps of a selection. */
    static boolean announces(String title) {
        return OVER_STEPS.matcher(title.toLowerCase(Locale.ROOT)).find();
    }

    /**
     * Whether numbers are the steps of one selection: none rises, and their names say so.
     *
     * @param labels the names of those that take nothing off
     * @param counts their numbers, {@link LineCounts#NONE} where none is printed
     * @param announced whether what stands above them says so already
     */
    static boolean are(List<String> labels, List<Long> counts, boolean announced) {
        long last = Long.MAX_VALUE;
        int named = 0;
        int further = 0;
        boolean begun = false;
        for (int i = 0; i < labels.size(); i++) {
            if (counts.get(i) == LineCounts.NONE) {
                continue;
            }
            if (counts.get(i) > last) {
                return false;
            }
            String label = labels.get(i).toLowerCase(Locale.ROOT);
            begun |= last == Long.MAX_VALUE && BEGINNING.matcher(label).find();
            further += begun
                            && FURTHER.matcher(label).find()
                            && !DATE.matcher(label).find()
                    ? 1
                    : 0;
            named += STEP.matcher(label).find() ? 1 : 0;
            last = counts.get(i);
        }
        return announced || named >= 2 || (begun && further >= 2);
    }
}
