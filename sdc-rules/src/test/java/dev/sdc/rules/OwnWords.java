package dev.sdc.rules;

import dev.sdc.engine.rule.Rule;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The words that the code of a rule is written with. Any other word of a sentence was put into it when the rule ran, and so
 * comes of the file or of the profile.
 */
final class OwnWords {
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");
    private static final Map<Path, OwnWords> BY_PACKAGE = new ConcurrentHashMap<>();

    private final Set<String> words = new HashSet<>();

    private OwnWords(Path classes) {
        try (Stream<Path> all = Files.list(classes)) {
            for (Path each :
                    all.filter(file -> file.toString().endsWith(".class")).toList()) {
                try (DataInputStream in = new DataInputStream(Files.newInputStream(each))) {
                    texts(in).forEach(text -> in(text).forEach(word -> words.add(lower(word.group()))));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Those of the classes in the package of a rule. */
    static OwnWords of(Rule rule) {
        Class<?> type = rule.getClass();
        try {
            Path root = Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
            return BY_PACKAGE.computeIfAbsent(root.resolve(type.getPackageName().replace('.', '/')), OwnWords::new);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The first word of a sentence that is none of these; the names of files may stand in it. */
    Optional<String> foreignIn(String sentence, Collection<String> files) {
        String rest = sentence;
        for (String file : files) {
            rest = rest.replace(file, " ");
        }
        return in(rest).map(MatchResult::group)
                .filter(word -> !words.contains(lower(word)))
                .findFirst();
    }

    private static Stream<MatchResult> in(String text) {
        return WORD.matcher(text).results();
    }

    private static String lower(String word) {
        return word.toLowerCase(Locale.ROOT);
    }

    /** The texts among the constants of a class file, as chapter 4.4 of the Java Virtual Machine Specification has them. */
    private static List<String> texts(DataInputStream in) throws IOException {
        in.readLong();
        String[] spelled = new String[in.readUnsignedShort()];
        List<Integer> texts = new ArrayList<>();
        for (int i = 1; i < spelled.length; i++) {
            int tag = in.readUnsignedByte();
            switch (tag) {
                case 1 -> spelled[i] = in.readUTF();
                case 8 -> texts.add(in.readUnsignedShort());
                case 5, 6 -> {
                    in.readLong();
                    i++; // a long or a double takes two places
                }
                case 7, 16, 19, 20 -> in.readUnsignedShort();
                case 15 -> in.readNBytes(3);
                default -> in.readInt();
            }
        }
        return texts.stream().map(place -> spelled[place]).toList();
    }
}
