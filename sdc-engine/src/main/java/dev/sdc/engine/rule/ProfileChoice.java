package dev.sdc.engine.rule;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** How several profiles become one, and who decides which applies. */
final class ProfileChoice {
    private ProfileChoice() {}

    /** The strictest of all, parameter by parameter; a profile that is as strict as all others is the answer itself. */
    static Profile strictest(List<Profile> profiles) {
        if (profiles.isEmpty()) {
            throw new IllegalArgumentException("no profile to choose from");
        }
        List<Profile> members = new ArrayList<>(profiles.stream()
                .collect(Collectors.toMap(Profile::sha256, Function.identity(), (a, b) -> a, LinkedHashMap::new))
                .values());
        members.sort(Comparator.comparing(Profile::name).thenComparing(Profile::sha256));
        Settings settings = members.stream()
                .map(Profile::settings)
                .reduce(Settings::strictestWith)
                .orElseThrow();
        for (Profile member : members) {
            if (member.settings().equals(settings) && member.confidential().equals(confidential(members))) {
                return member;
            }
        }
        return composed(members, settings);
    }

    private static Profile composed(List<Profile> members, Settings settings) {
        Map<String, String> sources = new LinkedHashMap<>();
        Set<String> unverified = new LinkedHashSet<>();
        for (Parameter<?> parameter : Parameters.all().values()) {
            List<Profile> deciding = members.stream()
                    .filter(member -> !parameter.isLaxer(member.settings(), settings))
                    .toList();
            sources.put(
                    parameter.name(),
                    deciding.isEmpty()
                            ? "the strictest of " + joined(members, Profile::name, ", ")
                            : "from " + joined(deciding, Profile::name, ", "));
            if (deciding.stream().anyMatch(member -> member.unverified().contains(parameter.name()))) {
                unverified.add(parameter.name());
            }
        }
        List<String> notes = new ArrayList<>();
        for (Profile member : members) {
            member.notes().forEach(note -> notes.add(member.name() + ": " + note));
        }
        return new Profile(
                joined(members, Profile::name, " + "),
                joined(members, Profile::version, " + "),
                "The strictest of " + joined(members, Profile::name, ", "),
                null,
                settings,
                digest(members),
                List.copyOf(unverified),
                confidential(members),
                sources,
                List.copyOf(notes),
                "");
    }

    /** What one of them keeps to itself, all keep: nobody may learn from the others which of them decides. */
    private static List<String> confidential(List<Profile> members) {
        return Parameters.all().keySet().stream()
                .filter(parameter -> members.stream()
                        .anyMatch(member -> member.confidential().contains(parameter)))
                .toList();
    }

    private static String joined(List<Profile> profiles, Function<Profile, String> part, String between) {
        return profiles.stream().map(part).collect(Collectors.joining(between));
    }

    private static String digest(List<Profile> members) {
        MessageDigest sha256 = ProfileChain.sha256();
        members.forEach(member -> sha256.update(member.sha256().getBytes(StandardCharsets.US_ASCII)));
        return HexFormat.of().formatHex(sha256.digest());
    }

    /** The operator's profile is a floor: what a submission names may only be stricter. */
    static Profile between(Profile operator, Profile declared) {
        if (declared.sha256().equals(operator.sha256())) {
            return operator.chosenBy("The operator and the submission both name " + operator.name() + ".");
        }
        if (declared.atLeastAsStrictAs(operator)) {
            return declared.chosenBy("The submission names %s, which is at least as strict as the operator's %s."
                    .formatted(declared.name(), operator.name()));
        }
        return strictest(List.of(operator, declared))
                .chosenBy(
                        "The submission names %s, which is less strict than the operator's %s in %s; the strictest value of both applies."
                                .formatted(
                                        declared.name(),
                                        operator.name(),
                                        String.join(", ", declared.settings().laxerThan(operator.settings()))));
    }
}
