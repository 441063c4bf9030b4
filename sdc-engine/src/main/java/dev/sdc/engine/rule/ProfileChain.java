package dev.sdc.engine.rule;

import dev.sdc.engine.rule.ProfileFile.Stated;
import dev.sdc.engine.rule.ProfileFile.Status;
import dev.sdc.engine.submission.DeclarationException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A profile with all it extends, from the profile itself to the root. */
record ProfileChain(List<ProfileFile> files) {

    /** The profile that the chain makes: the nearest value of each parameter. */
    Profile resolve() throws DeclarationException {
        ProfileFile own = files.get(0);
        Parameters.Values values = new Parameters.Values();
        Map<String, String> sources = new LinkedHashMap<>();
        List<String> unverified = new ArrayList<>();
        for (String parameter : Parameters.all().keySet()) {
            for (int i = 0; i < files.size(); i++) {
                Stated stated = files.get(i).values().get(parameter);
                if (stated != null) {
                    values.put(Parameters.all().get(parameter), stated.value());
                    sources.put(parameter, i == 0 ? stated.origin() : inherited(files.get(i), stated));
                    if (stated.status() == Status.UNVERIFIED) {
                        unverified.add(parameter);
                    }
                    break;
                }
            }
        }
        List<String> confidential =
                Parameters.all().keySet().stream().filter(this::keepsToItself).toList();
        if (!values.missing().isEmpty()) {
            throw own.place()
                    .error("no value is given for " + String.join(", ", values.missing())
                            + ". Add the line `extends: handbook-10`, whose values then hold, or give them.");
        }
        return new Profile(
                own.name(),
                own.version(),
                own.title(),
                own.extendsName(),
                values.settings(),
                digest(),
                List.copyOf(unverified),
                confidential,
                sources,
                notes(own, unverified),
                "");
    }

    /** A profile may mark what it inherits or changes; no child takes a mark away. */
    private boolean keepsToItself(String parameter) {
        return files.stream().anyMatch(file -> {
            Stated stated = file.values().get(parameter);
            return stated != null && stated.confidential();
        });
    }

    private static String inherited(ProfileFile file, Stated stated) {
        String origin = stated.origin();
        return "from " + file.name() + (origin.isEmpty() ? "" : " (" + origin + ")");
    }

    private static List<String> notes(ProfileFile own, List<String> unverified) {
        List<String> notes = new ArrayList<>();
        if (!unverified.isEmpty()) {
            notes.add("Not verified in the organisation's own text: " + String.join(", ", unverified) + ".");
        }
        notes.addAll(own.notes());
        return List.copyOf(notes);
    }

    /** Over every file's length and bytes, from the profile to the root. */
    private String digest() {
        MessageDigest sha256 = sha256();
        for (ProfileFile file : files) {
            sha256.update(
                    ByteBuffer.allocate(Long.BYTES).putLong(file.bytes().length).array());
            sha256.update(file.bytes());
        }
        return HexFormat.of().formatHex(sha256.digest());
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }
}
