package dev.sdc.engine.rule;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The risk appetite of an organisation or data set: what decides a release. Immutable.
 *
 * @param name its name; of a composition the names of its members
 * @param version its version
 * @param title what it is, in a line
 * @param extendsName the profile whose values hold where it says nothing, or null for a root
 * @param settings the parameters as rules read them
 * @param sha256 the digest over the bytes of the profile and all it extends, in lower-case hex
 * @param unverified the parameters whose value nobody has read in the organisation's own text, inherited ones included
 * @param confidential the parameters that analysts may not learn: what any of the profiles behind this one keeps to itself
 * @param sources for each parameter where its value comes from, in words
 * @param notes what a reader of a report should know, such as what is not verified or not tested
 * @param chosenBy a sentence on who chose the profile; empty while nobody has
 */
public record Profile(
        String name,
        String version,
        String title,
        @Nullable String extendsName,
        Settings settings,
        String sha256,
        List<String> unverified,
        List<String> confidential,
        Map<String, String> sources,
        List<String> notes,
        String chosenBy) {

    /** Whether no parameter is less strict than the other profile's. */
    public boolean atLeastAsStrictAs(Profile other) {
        return settings.laxerThan(other.settings).isEmpty();
    }

    Profile chosenBy(String sentence) {
        return new Profile(
                name,
                version,
                title,
                extendsName,
                settings,
                sha256,
                unverified,
                confidential,
                sources,
                notes,
                sentence);
    }
}
