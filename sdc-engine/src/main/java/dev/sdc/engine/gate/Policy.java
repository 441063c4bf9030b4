package dev.sdc.engine.gate;

import dev.sdc.engine.report.Verdict;
import dev.sdc.engine.rule.Profile;
import dev.sdc.engine.rule.Settings;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a profile demands of a release.
 *
 * @param profile the digest of the profile as it is now
 * @param passApprovals how many people approve what passed; all else needs two
 * @param exceptions whether people may release a breach
 * @param checkAge how old a check may be
 * @param approvalTime how long an approval may be valid
 * @param destinations where to releases may go, with host keys; null where the approvals alone decide
 */
public record Policy(
        Digest profile,
        int passApprovals,
        boolean exceptions,
        Duration checkAge,
        Duration approvalTime,
        @Nullable Set<Destination> destinations) {

    /** How many people decide at least, except on what passed. */
    static final int TWO_PEOPLE = 2;

    /** How many people must approve what was checked with this verdict. */
    int needed(Verdict verdict) {
        return verdict == Verdict.PASS ? passApprovals : TWO_PEOPLE;
    }

    /** What a profile demands. */
    public static Policy of(Profile profile) throws GateException {
        Settings settings = profile.settings();
        Set<Destination> places = null;
        if (settings.destinations() != null) {
            places = new java.util.HashSet<>();
            for (String place : settings.destinations()) {
                places.add(Destination.pinned(place));
            }
            places = Set.copyOf(places);
        }
        return new Policy(
                new Digest(profile.sha256()),
                settings.passApprovals(),
                settings.exceptions(),
                Duration.ofDays(settings.checkDays()),
                Duration.ofDays(settings.approvalDays()),
                places);
    }
}
