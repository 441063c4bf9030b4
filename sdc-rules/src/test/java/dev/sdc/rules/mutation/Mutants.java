package dev.sdc.rules.mutation;

import dev.sdc.rules.BundledProfiles;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.pitest.bytecode.analysis.ClassTree;
import org.pitest.classinfo.ClassByteArraySource;
import org.pitest.classinfo.ClassName;
import org.pitest.classpath.ClassloaderByteArraySource;
import org.pitest.classpath.CodeSource;
import org.pitest.coverage.NoCoverage;
import org.pitest.mutationtest.EngineArguments;
import org.pitest.mutationtest.build.MutationInterceptor;
import org.pitest.mutationtest.config.PluginServices;
import org.pitest.mutationtest.config.ReportOptions;
import org.pitest.mutationtest.config.SettingsFactory;
import org.pitest.mutationtest.engine.Mutater;
import org.pitest.mutationtest.engine.MutationDetails;
import org.pitest.mutationtest.engine.gregor.config.GregorEngineFactory;
import org.pitest.mutationtest.incremental.NullHistory;

/** The mutants that PIT makes of the rules: its default mutations, less those that it knows to change nothing. */
final class Mutants {
    private final Map<String, byte[]> classes;
    private final ClassByteArraySource others = ClassloaderByteArraySource.fromContext();
    private final Mutater mutater;

    Mutants() throws IOException {
        classes = read();
        mutater = new GregorEngineFactory()
                .createEngine(EngineArguments.arguments())
                .createMutator(this::bytes);
    }

    /** The bytes of every class of the rules, as loaded here. */
    Map<String, byte[]> classes() {
        return classes;
    }

    byte[] bytes(MutationDetails mutant) {
        return mutater.getMutation(mutant.getId()).getBytes();
    }

    private Optional<byte[]> bytes(String name) {
        byte[] own = classes.get(name.replace('/', '.'));
        return own == null ? others.getBytes(name) : Optional.of(own);
    }

    /** The mutants of the classes whose name begins so, always in one order. */
    List<MutationDetails> of(String beginning) {
        MutationInterceptor filter = filter();
        List<MutationDetails> all = new ArrayList<>();
        classes.forEach((name, bytes) -> {
            if (!name.startsWith(beginning) || name.endsWith(".GeneratedRules")) {
                return;
            }
            filter.begin(ClassTree.fromBytes(bytes));
            all.addAll(filter.intercept(mutater.findMutations(ClassName.fromString(name)), mutater));
            filter.end();
        });
        all.sort(Comparator.comparing(MutationDetails::getId));
        return all;
    }

    private MutationInterceptor filter() {
        ReportOptions options = new ReportOptions();
        options.setCodePaths(List.of(home().toString()));
        options.setClassPathElements(
                List.of(System.getProperty("java.class.path").split(File.pathSeparator)));
        options.setIncludeLaunchClasspath(false);
        options.setTargetClasses(List.of("dev.sdc.rules.*"));
        options.setFeatures(List.of());
        options.setMutators(List.of());
        SettingsFactory settings = new SettingsFactory(options, PluginServices.makeForContextLoader());
        CodeSource code = settings.createCodeSource(options.getMutationClassPaths());
        MutationInterceptor filter = settings.getInterceptor()
                .createInterceptor(
                        options, new NoCoverage(), this::bytes, mutant -> List.of(), code, new NullHistory());
        filter.initialise(code);
        return filter;
    }

    private static Map<String, byte[]> read() throws IOException {
        Map<String, byte[]> classes = new TreeMap<>();
        try (Stream<Path> files = Files.walk(home())) {
            for (Path file : files.filter(
                            each -> each.toString().endsWith(".class") && !each.endsWith("module-info.class"))
                    .toList()) {
                String path = home().relativize(file).toString();
                classes.put(
                        path.substring(0, path.length() - ".class".length()).replace(File.separatorChar, '.'),
                        Unannotated.of(Files.readAllBytes(file)));
            }
        }
        return classes;
    }

    private static Path home() {
        try {
            return Path.of(BundledProfiles.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
