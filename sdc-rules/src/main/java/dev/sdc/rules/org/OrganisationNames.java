package dev.sdc.rules.org;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What names and codes of health-care organisations look like. */
final class OrganisationNames {
    /** A general practice: a letter and five digits, as no diagnosis code has it. */
    private static final Pattern PRACTICE = Pattern.compile("[A-Z][0-9]{5}");

    /** A trust (three characters) or one of its sites (five). */
    private static final Pattern TRUST = Pattern.compile("R[A-Z0-9]{2}(?:[A-Z0-9]{2})?");

    private static final Pattern NAMED = Pattern.compile(
            "(?:.*\\s)?(?!(?:Private|Community|General|Acute|NHS|Public|Teaching|District|Local|University|Any|Other|All"
                    + "|In|No|Same|Large|Small|Own)\\b)\\p{Lu}[\\p{L}'’.-]+\\s+(?:(?:General|Community|Teaching|District"
                    + "|University|Children's|Memorial|Royal)\\s+)*(?:Hospitals?|Infirmary|Surgery|Medical Centre"
                    + "|Health Centre|Medical Practice|Group Practice|Medical Group|Hospice|(?:NHS )?(?:Foundation )?Trust)"
                    + "(?:\\s.*)?");
    /** Of other languages, with a name before or behind: {@code Klinikum Kassel}, {@code Marien-Krankenhaus}, {@code CHU de Lille}. */
    private static final Pattern NAMED_ABROAD = Pattern.compile(
            "(?:.*\\s)?(?:(?!(?:Alle?s?|Andere[sn]?|Sonstige[sn]?|Kein|Jedes|Im|Das|Ein|Dieses|Eigenes|Het|Een|Geen)\\b)"
                    + "\\p{Lu}[\\p{L}.'’-]*\\p{L}[\\s-]+(?:Universitäts)?(?:[Kk]linikum|[Kk]rankenhaus|[Ss]pital|[Zz]iekenhuis)"
                    + "|(?:\\p{Lu}\\p{L}*)?(?:[Kk]linikum|[Kk]rankenhaus|[Ss]pital|[Zz]iekenhuis)\\s+(?:(?:der|des|am|an|im|in|zu|van|von)\\s+)*"
                    + "(?!(?:Gesamt|Total|Totaal|Alle|Andere|Ja|Nein|Nee)\\b)\\p{Lu}[\\p{L}.'’-]{2,}"
                    + "|(?:Hôpital|Hôpitaux|Clinique|CHU|Ospedale|Policlinico|Clínica)\\s+(?:(?:de|du|des|la|le|les|di|del|della)\\s+)*"
                    + "(?!(?:Total|Autres?|Altro|Oui|Non)\\b)\\p{Lu}[\\p{L}.'’-]{2,})(?:\\s.*)?");

    private static final Set<String> NO_NAMES =
            Set.of("yes", "no", "unknown", "missing", "none", "other", "all", "total");
    private static final int LONGEST = 120;

    private OrganisationNames() {}

    static boolean isPracticeCode(String text) {
        return PRACTICE.matcher(text).matches();
    }

    /** The code of a trust or site; other codes look alike, so that the header has to speak of one. */
    static boolean isTrustCode(String text) {
        return TRUST.matcher(text).matches();
    }

    /** A name that says itself that it is an organisation. */
    static boolean isName(String text) {
        return text.length() <= LONGEST
                && (NAMED.matcher(text).matches() || NAMED_ABROAD.matcher(text).matches());
    }

    /** A label that may name an organisation under a header that says so. */
    static boolean mayName(String text) {
        return !NO_NAMES.contains(text.toLowerCase(Locale.ROOT));
    }
}
