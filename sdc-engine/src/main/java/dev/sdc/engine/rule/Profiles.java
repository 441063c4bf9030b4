package dev.sdc.engine.rule;

import dev.sdc.engine.submission.DeclarationException;
import dev.sdc.engine.submission.Submission;
import dev.sdc.engine.submission.yaml.Nearest;
import dev.sdc.engine.submission.yaml.Place;
import dev.sdc.engine.submission.yaml.Quoted;
import dev.sdc.engine.submission.yaml.YamlReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The profiles that can be named: those of every {@link ProfileProvider}, and files. Reads only what is asked for. */
public final class Profiles {
    /** The profile that decides where nobody names one. */
    public static final String DEFAULT = "handbook-10";

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");
    private static final int LONGEST_CHAIN = 10;

    private final List<ProfileProvider> providers;

    /** The profiles of these providers. */
    public Profiles(List<ProfileProvider> providers) {
        this.providers = List.copyOf(providers);
    }

    /** The profiles of every provider on the path. */
    public static Profiles installed() {
        List<ProfileProvider> found = new ArrayList<>();
        ServiceLoader.load(ProfileProvider.class, Profiles.class.getClassLoader())
                .forEach(found::add);
        return new Profiles(found);
    }

    /**
     * The profile that decides on a submission: {@link #choose(String, List)} over the installed profiles.
     *
     * @param operator what the operator names, or null
     * @throws DeclarationException if a profile is not known or not understood; what the declaration names is then shown
     *     with its line
     */
    public static Profile choose(@Nullable String operator, Submission submission) throws DeclarationException {
        Profiles installed = installed();
        for (String name : submission.profile()) {
            if (!installed.names().contains(name)) {
                throw installed.unknown(name, placeOfProfile(submission));
            }
        }
        return installed.chosen(operator, submission.profile());
    }

    /** As {@link #chosen}, over the installed profiles. */
    public static Profile choose(@Nullable String operator, List<String> declared) throws DeclarationException {
        return installed().chosen(operator, declared);
    }

    /** The strictest of several profiles, parameter by parameter. */
    public static Profile strictest(List<Profile> profiles) {
        return ProfileChoice.strictest(profiles);
    }

    /**
     * The profile that decides, and why.
     *
     * <p>The operator's profile is a floor. A submission may name one that is at least as strict; otherwise the strictest
     * of both applies. Where only one of the two names a profile, it applies; where neither does, {@link #DEFAULT}.
     *
     * @param operator a name or a file, or null
     * @param declared names of installed profiles; several mean the strictest of all
     */
    public Profile chosen(@Nullable String operator, List<String> declared) throws DeclarationException {
        List<Profile> named = new ArrayList<>(declared.size());
        for (String name : declared) {
            named.add(byName(name));
        }
        if (operator == null && named.isEmpty()) {
            return byName(DEFAULT)
                    .chosenBy("Neither the operator nor the submission names a profile; this is the default.");
        }
        if (operator == null) {
            return strictest(named).chosenBy("Named by the submission.");
        }
        Profile floor = load(operator);
        return named.isEmpty()
                ? floor.chosenBy("Named by the operator.")
                : ProfileChoice.between(floor, strictest(named));
    }

    /** The names of all installed profiles, in order. */
    public List<String> names() {
        TreeSet<String> names = new TreeSet<>();
        providers.forEach(provider -> names.addAll(provider.names()));
        return List.copyOf(names);
    }

    /** The profile of a name, or of a file where a path ending in {@code .yaml} is given. */
    public Profile load(String nameOrFile) throws DeclarationException {
        return isFile(nameOrFile) ? resolve(ownFile(Path.of(nameOrFile)), Path.of(nameOrFile)) : byName(nameOrFile);
    }

    /** The installed profile of a name. */
    public Profile byName(String name) throws DeclarationException {
        ProfileFile file = bundled(name).orElse(null);
        if (file == null) {
            throw unknown(name, null);
        }
        return resolve(file, null);
    }

    static boolean isName(String text) {
        return NAME.matcher(text).matches() && !isFile(text);
    }

    private static boolean isFile(String text) {
        return text.endsWith(".yaml") || text.endsWith(".yml");
    }

    private DeclarationException unknown(String name, @Nullable Place place) {
        String what = "there is no profile %s. %s".formatted(Quoted.of(name), Nearest.advice(name, names()));
        return place == null ? new DeclarationException("Profile: " + what) : place.error(what);
    }

    private static @Nullable Place placeOfProfile(Submission submission) throws DeclarationException {
        byte[] bytes = submission.declarationBytes();
        return bytes == null
                ? null
                : YamlReader.read("submission.yaml", bytes).map().placeOf("profile");
    }

    private ProfileFile ownFile(Path path) throws DeclarationException {
        ProfileFile own = fromDisk(path);
        if (bundled(own.name()).isPresent()) {
            throw own.place()
                    .error("the name " + Quoted.of(own.name()) + " belongs to an installed profile; choose another.");
        }
        return own;
    }

    /** Follows {@code extends} to the root. */
    private Profile resolve(ProfileFile own, @Nullable Path ownPath) throws DeclarationException {
        List<ProfileFile> chain = new ArrayList<>(List.of(own));
        ProfileFile last = own;
        Path path = ownPath;
        while (last.extendsName() != null) {
            String parent = last.extendsName();
            path = isFile(parent) ? beside(path, parent, last) : null;
            ProfileFile next = path == null ? extended(parent, last) : fromDisk(path);
            for (ProfileFile earlier : chain) {
                if (earlier.name().equals(next.name())) {
                    throw last.extendsPlace()
                            .error("%s extends itself; end the circle.".formatted(Quoted.of(next.name())));
                }
            }
            chain.add(next);
            if (chain.size() > LONGEST_CHAIN) {
                throw last.extendsPlace()
                        .error("more than " + LONGEST_CHAIN + " profiles extend one another; shorten the chain.");
            }
            last = next;
        }
        return new ProfileChain(chain).resolve();
    }

    private ProfileFile extended(String parent, ProfileFile child) throws DeclarationException {
        ProfileFile file = bundled(parent).orElse(null);
        if (file == null) {
            throw unknown(parent, child.extendsPlace());
        }
        return file;
    }

    /** A profile file may extend one beside it; an installed one only installed ones. */
    private static Path beside(@Nullable Path child, String parent, ProfileFile file) throws DeclarationException {
        if (child == null) {
            throw file.extendsPlace().error("an installed profile can extend only an installed one.");
        }
        return child.resolveSibling(parent);
    }

    private static ProfileFile fromDisk(Path path) throws DeclarationException {
        if (!Files.isRegularFile(path)) {
            throw new DeclarationException(path + ": there is no such profile file; check the path.");
        }
        try (InputStream in = Files.newInputStream(path)) {
            return ProfileFile.read(path.toString(), in.readNBytes(YamlReader.MOST_BYTES + 1));
        } catch (IOException e) {
            throw new DeclarationException(path + ": the profile cannot be read; check its permissions.");
        }
    }

    private Optional<ProfileFile> bundled(String name) throws DeclarationException {
        ProfileFile found = null;
        if (isName(name)) {
            for (ProfileProvider provider : providers) {
                try (InputStream in = provider.open(name).orElse(null)) {
                    if (in != null && found != null) {
                        throw new DeclarationException(
                                "Profile: two libraries bring a profile " + Quoted.of(name) + "; remove one of them.");
                    }
                    if (in != null) {
                        found = ProfileFile.read(name + ".yaml", in.readAllBytes());
                    }
                } catch (IOException e) {
                    throw new DeclarationException("Profile: " + Quoted.of(name) + " cannot be read.");
                }
            }
        }
        return Optional.ofNullable(found);
    }
}
