package dev.sdc.engine.rule.processor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Java sources in memory, compiled into a folder with the processor under test. */
final class Compilation {

    private final Path out;
    private final Map<String, String> sources = new LinkedHashMap<>();
    private final List<String> options = new ArrayList<>();

    Compilation(Path out) {
        this.out = out;
    }

    Compilation add(String className, String source) {
        sources.put(className, source);
        return this;
    }

    Compilation add(Compilation other) {
        sources.putAll(other.sources);
        return this;
    }

    Compilation option(String option) {
        options.add(option);
        return this;
    }

    /** Compiles, and gives the errors and warnings as {@code file: message}. */
    List<String> complaints() {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        List<String> all = new ArrayList<>(List.of("-d", out.toString(), "-Xlint:all,-processing"));
        all.addAll(options);
        JavaCompiler.CompilationTask task = compiler.getTask(
                null,
                null,
                diagnostics,
                all,
                null,
                sources.entrySet().stream()
                        .map(source -> new Source(source.getKey(), source.getValue()))
                        .toList());
        task.setProcessors(List.of(new RuleListProcessor()));
        task.call();
        return diagnostics.getDiagnostics().stream()
                .filter(diagnostic -> diagnostic.getKind() != Diagnostic.Kind.NOTE)
                .map(diagnostic -> (diagnostic.getSource() == null
                                ? ""
                                : diagnostic.getSource().getName())
                        + ": "
                        + diagnostic.getMessage(Locale.ROOT))
                .toList();
    }

    String generated(String path) {
        try {
            return Files.readString(out.resolve(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Source extends SimpleJavaFileObject {

        private final String text;

        Source(String className, String text) {
            super(URI.create("string:///" + className.replace('.', '/') + Kind.SOURCE.extension), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }
}
