package dev.sdc.engine.rule;

import dev.sdc.engine.submission.OutputType;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The rules that run, and those that are known by name but not built. Immutable.
 *
 * @param rules the rules that run, in id order
 * @param known every rule known by id, built or not, in id order
 * @param kinds what is to be tested in each kind of output; empty where no jar says so
 */
public record RuleBook(List<Rule> rules, List<Entry> known, Map<OutputType, KindOfOutput> kinds) {
    /** The engine's own rule: what was not read, not understood or not decided never passes. */
    public static final RuleInfo NOT_DECIDED = new RuleInfo("UND-001", "Not read, not understood or not decided");

    private static final String CATALOGUE = "catalogue.txt";

    /**
     * A rule that is known.
     *
     * @param scope what it examines: {@code file}, {@code table}, {@code output} or {@code submission}
     * @param built whether it runs
     */
    public record Entry(String id, String title, String scope, boolean built) {}

    /**
     * The rules of every {@link RuleProvider} service, with those that the catalogue beside each provider names as not built.
     *
     * @throws IllegalStateException if two rules share an id
     */
    public static RuleBook standard() {
        List<Rule> rules = new ArrayList<>();
        List<Entry> named = new ArrayList<>();
        Map<OutputType, KindOfOutput> kinds = new EnumMap<>(OutputType.class);
        for (RuleProvider provider : ServiceLoader.load(RuleProvider.class, RuleBook.class.getClassLoader())) {
            rules.addAll(provider.rules());
            readCatalogue(provider.getClass(), named);
            KindsFile.read(provider.getClass(), kinds);
        }
        return of(rules, named, kinds);
    }

    /**
     * A book of these rules and no other.
     *
     * @throws IllegalStateException if two rules share an id
     */
    public static RuleBook of(Collection<? extends Rule> rules) {
        return of(rules, List.of(), Map.of());
    }

    /**
     * This book with further rules.
     *
     * @throws IllegalStateException if two rules share an id
     */
    public RuleBook with(Collection<? extends Rule> more) {
        List<Rule> all = new ArrayList<>(rules);
        all.addAll(more);
        return of(all, known, kinds);
    }

    private static RuleBook of(
            Collection<? extends Rule> rules, List<Entry> named, Map<OutputType, KindOfOutput> kinds) {
        List<Rule> sorted = new ArrayList<>(rules);
        sorted.sort(Comparator.comparing(RuleBook::id));
        SortedMap<String, Entry> known = new TreeMap<>();
        for (Entry entry : named) {
            known.put(entry.id(), entry);
        }
        known.put(NOT_DECIDED.id(), new Entry(NOT_DECIDED.id(), NOT_DECIDED.title(), "output", true));
        String previous = "";
        for (Rule rule : sorted) {
            RuleInfo info = rule.info();
            if (info.id().equals(previous)) {
                throw new IllegalStateException("two rules have the id " + previous);
            }
            previous = info.id();
            known.put(info.id(), new Entry(info.id(), info.title(), scope(rule), true));
        }
        return new RuleBook(List.copyOf(sorted), List.copyOf(known.values()), Map.copyOf(kinds));
    }

    private static void readCatalogue(Class<?> provider, List<Entry> into) {
        try (InputStream in = provider.getResourceAsStream(CATALOGUE)) {
            if (in == null) {
                return;
            }
            BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.isBlank() && line.charAt(0) != '#') {
                    into.add(entry(line));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Entry entry(String line) {
        int first = line.indexOf('|');
        int second = line.indexOf('|', first + 1);
        if (first < 0 || second < 0) {
            throw new IllegalStateException(CATALOGUE + ": expected ID|title|scope, found " + line);
        }
        return new Entry(
                line.substring(0, first), line.substring(first + 1, second), line.substring(second + 1), false);
    }

    private static String scope(Rule rule) {
        if (rule instanceof FileRule) {
            return "file";
        }
        if (rule instanceof TableRule) {
            return "table";
        }
        return rule instanceof SubmissionRule ? "submission" : "output";
    }

    private static String id(Rule rule) {
        return rule.info().id();
    }
}
