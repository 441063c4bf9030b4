package dev.sdc.engine.audit;

import java.util.Locale;
import java.util.regex.Pattern;

/** Names of counts beside the number of all that are not said to be of others, so that they probably count some of them. */
public final class PresumedNames {
    private static final String UNIT =
            "(?:patients|people|persons|participants|individuals|women|men|children|cases|subjects|tumou?rs|admissions|episodes"
                    + "|deaths|referrals|registrations|diagnoses|operations)";

    private static final Pattern ALL = Pattern.compile(
            "(?:total|all|overall)\\b.*|cohort|sample|base|denominator|at risk"
                    + "|(?:number|no|n|count)(?: of)?(?: " + UNIT + ")?"
                    + "(?: (?:eligible|screened|started|diagnosed|seen|treated|registered|referred|invited|at risk))?"
                    + "|" + UNIT
                    + "(?: (?:eligible|screened|started|diagnosed|treated|registered|referred|invited|at risk))?"
                    + "|(?:eligible|screened|registered|referred|invited|enrolled|randomi[sz]ed|recruited|included|diagnosed)");

    private static final Pattern OTHERS = Pattern.compile(
            "\\b(?:other|another|previous|prior|former|expected|predicted|projected|controls?|comparison|comparators?|mean"
                    + "|median|average|weighted|estimated|reference|rate|age|years?|days?|months?)\\b"
                    + "|^(?:total )?(?:hospitals|trusts|practices|sites|centres|wards|staff|nurses|doctors|beds|visits"
                    + "|appointments|tests|samples|treatments|cycles|doses|procedures|tumou?rs|admissions|episodes|referrals"
                    + "|operations|cases|patients|people|persons)$");

    /** What is done to count within a time is done to some. */
    private static final Pattern WITHIN = Pattern.compile(
            "\\b(?:within|at|after|by|in|over|under|aged) (?:\\d+ )?(?:or more )?(?:years?|days?|months?)\\b.*");

    /** What happens to some of those who are diagnosed, referred or registered. */
    private static final Pattern LATER = Pattern.compile("\\b(?:treated|started|seen|operated|recruited|enrolled)$");

    private PresumedNames() {}

    /** Whether a name is that of all who are counted: {@code Patients}, {@code N}, {@code Number diagnosed}. */
    public static boolean nameAll(String name) {
        return ALL.matcher(words(name)).matches();
    }

    /** Whether a name may be that of some of those whom another counts. */
    public static boolean mayNameSome(String name) {
        String words = WITHIN.matcher(words(name)).replaceAll("");
        return !name.isBlank() && !OTHERS.matcher(words).find();
    }

    /** Whether a name is that of people of whom something is done only after they are diagnosed, referred or registered. */
    public static boolean areLater(String name) {
        return LATER.matcher(words(name)).find();
    }

    /** A name in small letters, its words alone. */
    public static String words(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
    }
}
