package dev.sdc.engine.rule;

import dev.sdc.engine.submission.DeclarationException;
import dev.sdc.engine.submission.yaml.YamlValue;
import java.util.Objects;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One parameter of a profile.
 *
 * @param name its key in a profile
 * @param of where settings hold it
 * @param reader reads a value that a profile gives it
 * @param writer writes a value as a profile would
 * @param stricter the stricter of two values: the least one that is as strict as both
 */
record Parameter<T>(
        String name,
        Function<Settings, T> of,
        Reader<T> reader,
        Function<T, String> writer,
        BinaryOperator<T> stricter) {

    /** Reads a value. */
    @FunctionalInterface
    interface Reader<T> {
        /** What the value means; null where it switches the test off. */
        @Nullable
        T read(YamlValue value) throws DeclarationException;
    }

    T strictest(Settings a, Settings b) {
        return stricter.apply(of.apply(a), of.apply(b));
    }

    /** Whether the first settings are less strict than the second in this parameter. */
    boolean isLaxer(Settings a, Settings b) {
        return !Objects.equals(strictest(a, b), of.apply(a));
    }

    String written(Settings settings) {
        return writer.apply(of.apply(settings));
    }
}
