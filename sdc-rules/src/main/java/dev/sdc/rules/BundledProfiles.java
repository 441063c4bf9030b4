package dev.sdc.rules;

import dev.sdc.engine.rule.ProfileProvider;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/** The profiles that come with the rules: every YAML file of the folder {@code profiles}, under its name. */
public final class BundledProfiles implements ProfileProvider {
    private static final String FOLDER = "profiles/";
    private static final String EXTENSION = ".yaml";
    private static final String ROOT = FOLDER + "handbook-10" + EXTENSION;

    /** For the service loader. */
    public BundledProfiles() {}

    @Override
    public List<String> names() {
        return beside(Objects.requireNonNull(BundledProfiles.class.getResource(ROOT), "the default profile"));
    }

    /** The names of all profiles that lie in one folder with another, in a jar or not. */
    static List<String> beside(URL profile) {
        try {
            return profile.openConnection() instanceof JarURLConnection jar ? inJar(jar) : inFolder(profile);
        } catch (IOException e) {
            throw new UncheckedIOException("the library's own profiles cannot be listed", e);
        }
    }

    @Override
    public Optional<InputStream> open(String name) {
        return Optional.ofNullable(BundledProfiles.class.getResourceAsStream(FOLDER + name + EXTENSION));
    }

    /** The jar is opened afresh and closed again, so that it can be replaced on disk. */
    private static List<String> inJar(JarURLConnection connection) throws IOException {
        connection.setUseCaches(false);
        String entry = connection.getEntryName();
        String folder = entry.substring(0, entry.lastIndexOf('/') + 1);
        try (JarFile jar = connection.getJarFile()) {
            return names(jar.stream()
                    .map(file -> file.getName())
                    .filter(name -> name.startsWith(folder))
                    .map(name -> name.substring(folder.length())));
        }
    }

    private static List<String> inFolder(URL root) throws IOException {
        Path folder = Path.of(URI.create(root.toString())).resolveSibling("");
        try (Stream<Path> files = Files.list(folder)) {
            return names(files.map(file -> file.getFileName().toString()));
        }
    }

    private static List<String> names(Stream<String> files) {
        return files.filter(file -> file.endsWith(EXTENSION) && file.indexOf('/') < 0)
                .map(file -> file.substring(0, file.length() - EXTENSION.length()))
                .sorted()
                .toList();
    }
}
