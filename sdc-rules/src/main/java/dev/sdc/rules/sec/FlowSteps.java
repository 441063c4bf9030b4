package dev.sdc.rules.sec;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What tells that numbers below one another are the steps of a selection: their names, or what stands above them. */
final class FlowSteps {
    private static final Pattern STEP = Pattern.compile(
            "\\b(?:assessed|screened|registered|eligible|include[ds]?|randomi[sz]ed"
                    + "|allocated|analy[sz]ed|analysis (?:cohort|set|population|sample)|remain(?:ing|ed|s)?|retained|kept"
                    + "|after (?:excl|dropp|remov|filter|restrict|de-?dup|keep|select|appl|link|match)\\w*|consented|enrolled"
                    + "|approached|invited|responded|complete data|final (?:cohort|sample)|study population|followed|completed"
                    + "|with (?:a )?valid|linked|received (?:allocated|the allocated|intervention|treatment)|eingeschlossen|ausgewertet|geeignet|verbleibend)\\b");
    /** What a selection begins with. */
    private static final Pattern BEGINNING = Pattern.compile(
            "\\b(?:assessed|screened|registered|referred|identified|extracted"
                    + "|approached|invited|eligible|in the (?:register|registry|data ?set|extract)|recruited|überwiesen|erfasst)\\b");
    /** What a further step may be called behind such a beginning, where alone it says little. */
    private static final Pattern FURTHER =
            Pattern.compile("\\b(?:confirmed|recorded|known|available|matched|traced|attended)\\b");

    private static final Pattern TAKEN_OFF = Pattern.compile(
            "^\\W*(?:exclu|lost|withdr|missing|declin|refus|died|duplicat|dropped|removed|not |no |inelig|without|ausgeschl"
                    + "|verloren|fehlend)|^(?!.*\\b(?:after|not|before)\\b).*\\b(?:excluded|dropped|removed|withdrawn|declined)\\b");
    private static final Pattern OVER_STEPS = Pattern.compile(
            "\\b(?:(?:study|patients?|participants?|cohort) flow|flow (?:of|through)|flow[ -]?(?:chart|diagram)|consort|strobe|attrition"
                    + "|(?:cohort|patient|participant|sample|study) (?:selection|derivation|build|construction)"
                    + "|selection of (?:the )?(?:cohort|patients|participants|sample)|derivation of (?:the )?cohort)\\b");
    private static final Pattern ALL = Pattern.compile(
            "^\\W*(?:all|total|whole|entire|alle)\\b(?: [\\p{L}-]+)?$|^(?:patients|people|women|men|participants|cohort)$|\\bcohort$");
    private static final Pattern DATE = Pattern.compile("\\b(?:19|20)\\d\\d\\b");

    /** Whether what stands above them says that they are steps. */
    private final boolean announced;

    private boolean first = true;
    private boolean begun;
    private int named;
    private int further;

    FlowSteps(boolean announced) {
        this.announced = announced;
    }

    /** Whether something is taken off at a line by its name: it is no step itself. */
    static boolean isTakenOff(String label) {
        return TAKEN_OFF.matcher(label.toLowerCase(Locale.ROOT)).find();
    }

    /** Whether a title or heading announces the steps of a selection. */
    static boolean announces(String title) {
        return OVER_STEPS.matcher(title.toLowerCase(Locale.ROOT)).find();
    }

    /** Whether a name says that it is a step. */
    static boolean isStep(String label) {
        return STEP.matcher(label.toLowerCase(Locale.ROOT)).find();
    }

    /** Whether what stands first says that it is what a selection begins with, or all there are. */
    static boolean begins(String label) {
        String name = label.toLowerCase(Locale.ROOT);
        return BEGINNING.matcher(name).find() || ALL.matcher(name).find();
    }

    /** Whether a name says that it is a step, or what a further one may be called. */
    static boolean goesOn(String label) {
        String name = label.toLowerCase(Locale.ROOT);
        return isStep(label)
                || (FURTHER.matcher(name).find() && !DATE.matcher(name).find());
    }

    /** Whether two names are those of two different steps. */
    static boolean areTwo(List<String> labels) {
        return labels.size() == 2
                && labels.stream().allMatch(FlowSteps::isStep)
                && !stepOf(labels.get(0)).equals(stepOf(labels.get(1)));
    }

    private static String stepOf(String label) {
        Matcher step = STEP.matcher(label.toLowerCase(Locale.ROOT));
        return step.find() ? step.group() : "";
    }

    /** Takes in the next name. */
    void goOn(String label) {
        String name = label.toLowerCase(Locale.ROOT);
        begun |= first && BEGINNING.matcher(name).find();
        first = false;
        boolean goesFurther =
                begun && FURTHER.matcher(name).find() && !DATE.matcher(name).find();
        further += goesFurther ? 1 : 0;
        named += STEP.matcher(name).find() ? 1 : 0;
    }

    /** Whether the names so far, or what stands above them, say that they are steps. */
    boolean told() {
        return announced || named >= 2 || further >= 2;
    }
}
