package dev.sdc.engine.audit;

import dev.sdc.engine.evidence.Wording;
import java.util.regex.Pattern;

/** Names of what becomes of people: beside {@code Patients} those under {@code Relapsed} or {@code Deaths} are some of them. */
public final class AffectedNames {
    private static final String PEOPLE =
            "(?:patients|people|persons|participants|individuals|women|men|children|adults|subjects"
                    + "|patient(?:en|innen und patienten)|personen|frauen|männer|pati[eë]nten|pacientes|personas|personnes"
                    + "|pazienti|persone)";

    private static final Pattern ALL = Pattern.compile(
            "n|(?:n|no|number|total|all|number of|no of|total number of|total of|anzahl|alle|total de|nombre de|número de|numero di"
                    + "|aantal) " + PEOPLE + "|" + PEOPLE + "(?: in all| total| treated| diagnosed| n)?");

    private static final String FATE = "(?:died|dead|deaths?|deceased|alive|survived|survivors|surviving"
            + "|operated(?: on)?|resected|irradiated|vaccinated"
            + "|relapsed?|relapses|recurred|recurrences?|progressed|progressions?|responded|responders"
            + "|metastasi[sz]ed|hospitali[sz]ed|readmitted|reoperated|events?|affected"
            + "|(?:ge|ver)storben|verstorbene|todesfälle|tote|überlebt|überlebende|rückfälle|rezidive?|ereignisse"
            + "|décès|décédée?s|morts|vivants|survivants|rechutes?|événements"
            + "|fallecid[oa]s|muert[eo]s|vivos|recaídas?|eventos|decessi|decedut[ie]|mort[ei]|vivi|sopravvissuti|recidive"
            + "|overleden|overlijdens|sterfgevallen|overlevenden|recidieven)";

    /** When or of what; no more words, for {@code Deaths expected} are nobody's. */
    private static final String WITHIN =
            "(?: (?:within|at|by|after|in|over|from|of) (?:the )?(?:first )?\\p{L}*\\d* ?(?:disease|cancer|any cause|year|years|months?|weeks?|days?"
                    + "|follow up)?)?";

    private static final Pattern SOME = Pattern.compile("(?:n |no |number |number of |anzahl |" + PEOPLE
            + " (?:who )?)?" + "(?:have |had |were |are )?(?:" + FATE + WITHIN + "|\\p{L}{2,12}\\d{0,2} positive)");

    private AffectedNames() {}

    /** Whether the first name is that of people, and the second says what became of some of them. */
    public static boolean tellNested(String whole, String part) {
        return nameAll(whole) && nameSome(part);
    }

    /** Whether a name is that of people. */
    public static boolean nameAll(String name) {
        return isOfAll(Wording.plain(name));
    }

    /** Whether a name says what became of some people. */
    public static boolean nameSome(String name) {
        return isOfSome(Wording.plain(name));
    }

    /** Whether the words are a name of people. */
    static boolean isOfAll(String words) {
        return ALL.matcher(words).matches();
    }

    /** Whether the words say what became of some people. */
    static boolean isOfSome(String words) {
        return SOME.matcher(words).matches();
    }
}
