package dev.sdc.engine.rule;

import dev.sdc.engine.rule.Settings.Exemption;
import dev.sdc.engine.rule.Settings.Nk;
import dev.sdc.engine.rule.Settings.Totals;
import dev.sdc.engine.rule.Settings.ZeroPolicy;
import dev.sdc.engine.submission.DeclarationException;
import dev.sdc.engine.submission.yaml.YamlList;
import dev.sdc.engine.submission.yaml.YamlMap;
import dev.sdc.engine.submission.yaml.YamlScalar;
import dev.sdc.engine.submission.yaml.YamlValue;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The kinds of parameters: how a value of each is read and written, and which of two is stricter. */
final class ParameterKinds {
    /** Says that a value is that of {@code min_count}, whatever a later profile sets it to. */
    static final int FOLLOWS = -1;

    private static final String OFF = "off";
    private static final String SAME_AS_MIN_COUNT = "min_count";
    private static final int LARGEST = 1_000_000;
    private static final long MEGABYTE = 1L << 20;
    private static final Pattern PLACE = Pattern.compile("sftp://[^\\s]+ SHA256:[A-Za-z0-9+/]{43}");

    private static final Map<String, List<String>> SAME_KIND = Map.of(
            "jpeg", List.of("jpg"),
            "jpg", List.of("jpeg"),
            "html", List.of("htm"),
            "htm", List.of("html"),
            "md", List.of("markdown"),
            "markdown", List.of("md"));

    private ParameterKinds() {}

    /** A count below which every count fails. */
    static Parameter<Integer> threshold(String name, Function<Settings, Integer> of) {
        return new Parameter<>(name, of, value -> value.scalar().whole(1, LARGEST), Object::toString, Math::max);
    }

    /** A largest size. */
    static Parameter<Integer> atMost(String name, Function<Settings, Integer> of) {
        return new Parameter<>(
                name, of, value -> value.scalar().whole(1, Integer.MAX_VALUE), Object::toString, Math::min);
    }

    /** A largest size, written in megabytes of 1,048,576 bytes and held in bytes. */
    static Parameter<Long> megabytes(String name, Function<Settings, Long> of) {
        return new Parameter<>(
                name,
                of,
                value -> value.scalar().whole(1, LARGEST) * MEGABYTE,
                bytes -> Long.toString(bytes / MEGABYTE),
                Math::min);
    }

    /** A share that is always tested; the lower, the stricter. */
    static Parameter<BigDecimal> shareAtMost(String name, Function<Settings, BigDecimal> of) {
        return new Parameter<>(name, of, ParameterKinds::share, BigDecimal::toPlainString, BigDecimal::min);
    }

    /** A rounding base; multiples of both bases satisfy both. */
    static Parameter<Integer> base(String name, Function<Settings, Integer> of) {
        return new Parameter<>(
                name,
                of,
                ParameterKinds::wholeOrOff,
                ParameterKinds::writtenOrOff,
                (a, b) -> a == 0 || b == 0 ? a + b : RoundingGrid.commonBase(a, b));
    }

    /** Most digits, where 0 is no limit. */
    static Parameter<Integer> digits(String name, Function<Settings, Integer> of) {
        return new Parameter<>(
                name,
                of,
                ParameterKinds::wholeOrOff,
                ParameterKinds::writtenOrOff,
                (a, b) -> a == 0 || b == 0 ? a + b : Math.min(a, b));
    }

    /** Most decimals, where -1 is no limit. */
    static Parameter<Integer> decimals(String name, Function<Settings, Integer> of) {
        return new Parameter<>(
                name,
                of,
                value -> isOff(value) ? -1 : value.scalar().whole(0, 20),
                decimals -> decimals < 0 ? OFF : decimals.toString(),
                (a, b) -> a < 0 || b < 0 ? Math.max(a, b) : Math.min(a, b));
    }

    static Parameter<ZeroPolicy> zeroPolicy(String name, Function<Settings, ZeroPolicy> of) {
        return choice(name, of, ZeroPolicy.class, (a, b) -> a.compareTo(b) >= 0 ? a : b);
    }

    static Parameter<Totals> totals(String name, Function<Settings, Totals> of) {
        return choice(name, of, Totals.class, ParameterKinds::stricterTotals);
    }

    static Parameter<Nk> dominance(String name, Function<Settings, Nk> of) {
        return new Parameter<>(name, of, ParameterKinds::nk, ParameterKinds::writtenNk, ParameterKinds::stricterNk);
    }

    /** How many people must approve: one or two. */
    static Parameter<Integer> approvals(String name, Function<Settings, Integer> of) {
        return new Parameter<>(name, of, value -> value.scalar().whole(1, 2), Object::toString, Math::max);
    }

    /** Places that a release may go to, where off leaves the choice to those who approve; the fewer, the stricter. */
    static Parameter<Set<String>> destinations(String name, Function<Settings, Set<String>> of) {
        return new Parameter<>(
                name,
                of,
                ParameterKinds::places,
                places -> places == null ? OFF : list(new TreeSet<>(places)),
                (a, b) -> a == null || b == null ? (a == null ? b : a) : inBoth(a, b));
    }

    /** Extensions that are allowed; the fewer, the stricter. */
    static Parameter<Set<String>> extensions(String name, Function<Settings, Set<String>> of) {
        return new Parameter<>(
                name, of, ParameterKinds::types, types -> list(new TreeSet<>(types)), ParameterKinds::inBoth);
    }

    static Parameter<RoundingGrid> grid(String name, Function<Settings, RoundingGrid> of) {
        return new Parameter<>(
                name, of, ParameterKinds::steps, ParameterKinds::writtenGrid, RoundingGrid::strictestWith);
    }

    /** Kinds of statistic that are exempt; the fewer, the stricter. */
    static Parameter<Set<Exemption>> exemptions(String name, Function<Settings, Set<Exemption>> of) {
        return new Parameter<>(
                name, of, ParameterKinds::exempt, kinds -> list(sortedWords(kinds)), ParameterKinds::inBoth);
    }

    /** A least number of units; {@code off} is 0, the least strict. */
    static Parameter<Integer> atLeast(String name, Function<Settings, Integer> of) {
        return new Parameter<>(name, of, ParameterKinds::wholeOrOff, ParameterKinds::writtenOrOff, Math::max);
    }

    /** A least number of units that may be said to be that of {@code min_count}, whatever a later profile sets it to. */
    static Parameter<Integer> atLeastMinCount(String name, Function<Settings, Integer> of) {
        return new Parameter<>(
                name,
                of,
                value -> value instanceof YamlScalar scalar && scalar.text().equals(SAME_AS_MIN_COUNT)
                        ? FOLLOWS
                        : wholeOrOff(value),
                ParameterKinds::writtenOrOff,
                Math::max);
    }

    static Parameter<Boolean> stricterWhenTrue(String name, Function<Settings, Boolean> of) {
        return new Parameter<>(name, of, value -> value.scalar().truth(), Object::toString, Boolean::logicalOr);
    }

    static Parameter<Boolean> stricterWhenFalse(String name, Function<Settings, Boolean> of) {
        return new Parameter<>(name, of, value -> value.scalar().truth(), Object::toString, Boolean::logicalAnd);
    }

    /** A share that may be {@code off}, the least strict. */
    static Parameter<BigDecimal> shareOrOff(
            String name, Function<Settings, BigDecimal> of, BinaryOperator<BigDecimal> stricter) {
        return new Parameter<>(
                name,
                of,
                value -> isOff(value) ? null : share(value),
                share -> share == null ? OFF : share.toPlainString(),
                (a, b) -> a == null || b == null ? (a == null ? b : a) : stricter.apply(a, b));
    }

    private static <E extends Enum<E>> Parameter<E> choice(
            String name, Function<Settings, E> of, Class<E> type, BinaryOperator<E> stricter) {
        Map<String, E> words = words(type);
        return new Parameter<>(name, of, value -> value.scalar().oneOf(words), ParameterKinds::word, stricter);
    }

    /**
     * By what is demanded of a total beside rounded cells: nothing ({@code exact}, where nothing is rounded), less
     * precision ({@code range}), the base ({@code rounded}), or the cells' own sum or the base ({@code sum_or_multiple}).
     */
    private static Totals stricterTotals(Totals a, Totals b) {
        List<Totals> upwards = List.of(Totals.EXACT, Totals.RANGE, Totals.ROUNDED, Totals.SUM_OR_MULTIPLE);
        return upwards.get(Math.max(upwards.indexOf(a), upwards.indexOf(b)));
    }

    private static boolean isOff(YamlValue value) {
        return value instanceof YamlScalar scalar && scalar.text().equals(OFF);
    }

    private static int wholeOrOff(YamlValue value) throws DeclarationException {
        return isOff(value) ? 0 : value.scalar().whole(0, LARGEST);
    }

    private static String writtenOrOff(Integer value) {
        return value == 0 ? OFF : value.toString();
    }

    private static BigDecimal share(YamlValue value) throws DeclarationException {
        BigDecimal share = value.scalar().number();
        if (share.signum() <= 0 || share.compareTo(BigDecimal.ONE) > 0) {
            throw value.unexpected("a share above 0 and at most 1, such as 0.90");
        }
        return share.stripTrailingZeros();
    }

    private static @Nullable Nk nk(YamlValue value) throws DeclarationException {
        if (isOff(value)) {
            return null;
        }
        YamlMap map = value.map().only(new LinkedHashSet<>(List.of("n", "k")));
        YamlValue n = map.get("n");
        YamlValue k = map.get("k");
        if (n == null || k == null) {
            throw value.unexpected("off or {n: contributors, k: share}, such as {n: 2, k: 0.90}");
        }
        return new Nk(n.scalar().whole(1, 100), share(k));
    }

    private static String writtenNk(@Nullable Nk nk) {
        return nk == null ? OFF : "{n: " + nk.n() + ", k: " + nk.k().toPlainString() + "}";
    }

    /** The larger n with the smaller k fails whatever either of the two fails, since the top n hold more as n grows. */
    private static @Nullable Nk stricterNk(@Nullable Nk a, @Nullable Nk b) {
        if (a == null || b == null) {
            return a == null ? b : a;
        }
        return new Nk(Math.max(a.n(), b.n()), a.k().min(b.k()));
    }

    private static Set<String> types(YamlValue value) throws DeclarationException {
        Set<String> types = new LinkedHashSet<>();
        for (YamlValue item : value.list().items()) {
            String type = item.scalar().text().toLowerCase(Locale.ROOT);
            if (!type.matches("[a-z0-9_+-]{1,16}")) {
                throw item.unexpected("an extension without the dot, such as csv");
            }
            types.add(type);
            types.addAll(SAME_KIND.getOrDefault(type, List.of()));
        }
        if (types.isEmpty()) {
            throw value.unexpected("at least one extension");
        }
        return Set.copyOf(types);
    }

    private static RoundingGrid steps(YamlValue value) throws DeclarationException {
        if (isOff(value)) {
            return RoundingGrid.NONE;
        }
        List<RoundingGrid.Step> steps = new ArrayList<>();
        for (YamlValue item : value.list().items()) {
            YamlList step = item.list();
            if (step.items().size() != 2) {
                throw item.unexpected("[from count, base], such as [15, 10]");
            }
            int from = step.items().get(0).scalar().whole(0, Integer.MAX_VALUE);
            steps.add(new RoundingGrid.Step(from, step.items().get(1).scalar().whole(1, LARGEST)));
        }
        return new RoundingGrid(steps);
    }

    private static String writtenGrid(RoundingGrid grid) {
        return grid.steps().isEmpty()
                ? OFF
                : list(grid.steps().stream()
                        .map(step -> "[" + step.from() + ", " + step.base() + "]")
                        .toList());
    }

    private static @Nullable Set<String> places(YamlValue value) throws DeclarationException {
        if (isOff(value)) {
            return null;
        }
        Set<String> places = new LinkedHashSet<>();
        for (YamlValue item : value.list().items()) {
            String text = item.scalar().text();
            if (!PLACE.matcher(text).matches()) {
                throw item.place()
                        .error("a destination is written sftp://USER@HOST:PORT/PATH, a blank, and the fingerprint of"
                                + " its host key: SHA256:…");
            }
            places.add(text);
        }
        return Set.copyOf(places);
    }

    private static Set<Exemption> exempt(YamlValue value) throws DeclarationException {
        Set<Exemption> kinds = new LinkedHashSet<>();
        for (YamlValue item : value.list().items()) {
            kinds.add(item.scalar().oneOf(words(Exemption.class)));
        }
        return Set.copyOf(kinds);
    }

    private static <T> Set<T> inBoth(Set<T> a, Set<T> b) {
        return a.stream().filter(b::contains).collect(Collectors.toUnmodifiableSet());
    }

    private static <E extends Enum<E>> Map<String, E> words(Class<E> type) {
        Map<String, E> words = new LinkedHashMap<>();
        Arrays.stream(type.getEnumConstants()).forEach(constant -> words.put(word(constant), constant));
        return words;
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static Set<String> sortedWords(Set<? extends Enum<?>> constants) {
        return constants.stream().map(ParameterKinds::word).collect(Collectors.toCollection(TreeSet::new));
    }

    private static String list(Iterable<String> items) {
        return "[" + String.join(", ", items) + "]";
    }
}
