package dev.sdc.rules.rate;

import dev.sdc.engine.evidence.Companions;
import dev.sdc.engine.evidence.Confidence;
import dev.sdc.engine.evidence.EventLimits;
import dev.sdc.engine.evidence.ImpliedCounts;
import dev.sdc.engine.evidence.Printed;
import dev.sdc.engine.evidence.PrintedDecimals;
import dev.sdc.engine.evidence.RateEvents;
import dev.sdc.engine.evidence.Wording;
import dev.sdc.engine.rule.Outcome;
import dev.sdc.engine.rule.Settings;
import dev.sdc.engine.rule.Settings.Exemption;
import dev.sdc.engine.submission.ColumnRole;
import dev.sdc.engine.submission.OutputType;
import dev.sdc.engine.table.Column;
import dev.sdc.engine.table.Quantity;
import dev.sdc.engine.table.Table;
import dev.sdc.rules.Exempt;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The rates and standardised ratios of a table, with what is printed beside them. One for each run of a rule. */
final class Rates {
    static final Set<ColumnRole> ROLES = Set.of(ColumnRole.RATE);

    private static final Pattern PER = Pattern.compile(
            "(?i)\\b(?:per|je|pro|pour)\\s+(\\d{1,3}(?:[ ,.]?000)+|\\d+)\\s*(million|thousand|k\\b)?|per\\s+(million|thousand|hundred)");

    private final Table table;
    private final PrintedDecimals decimals;
    private final Map<List<Integer>, Boolean> bases = new HashMap<>();
    private @Nullable EventLimits limits;

    Rates(Table table) {
        this.table = table;
        this.decimals = new PrintedDecimals(table);
    }

    /** What comes of a table whose rates are not to be tested; empty where they are. */
    static Optional<Outcome> settled(Table table, Settings settings) {
        return roles(table).stream().anyMatch(table::holds)
                ? Exempt.from(settings, Exemption.RATES)
                : Optional.of(new Outcome.NotApplicable("no rates or standardised ratios"));
    }

    /** What rates are read as in a table: a ratio declared to be one may be called an estimate where no rates stand. */
    static Set<ColumnRole> roles(Table table) {
        boolean estimates =
                table.typeDeclared() && table.type() == OutputType.STANDARDISED_RATIOS && !table.holds(ColumnRole.RATE);
        return estimates ? Set.of(ColumnRole.ESTIMATE) : ROLES;
    }

    /** Visits every rate; populations, person-years and expected numbers, which stand beside rates, are none. */
    void forEach(Consumer<Quantity> visitor) {
        table.forEachQuantity(roles(table), figure -> {
            Column column = table.columns().get(figure.column());
            if (!isPopulation(column) && !isExpected(column)) {
                visitor.accept(figure);
            }
        });
    }

    /** Whether a rate is standardised, so that it is no count over a population. */
    boolean isStandardised(Quantity figure) {
        Column column = table.columns().get(figure.column());
        return table.type() == OutputType.STANDARDISED_RATIOS
                || Wording.names(
                        column.name(),
                        "standardised",
                        "standardized",
                        "age adjusted",
                        "asr",
                        "dsr",
                        "smr",
                        "sir",
                        "adjusted");
    }

    /** The events that a crude rate and its printed population leave; empty when either is not known. */
    Optional<ImpliedCounts> fromPopulation(Quantity figure) {
        if (isStandardised(figure)) {
            return Optional.empty();
        }
        Optional<BigDecimal> unit = unit(figure);
        Optional<Quantity> population = unit.flatMap(per -> figureNamed(figure, Rates::isPopulation));
        if (population.isEmpty()) {
            unit = unit.or(() -> Optional.of(evidentUnit(figure.column())));
            population = figureNamed(figure, column -> isBase(column, figure));
        }
        BigDecimal per = unit.orElse(BigDecimal.ONE);
        return population.flatMap(n -> RateEvents.of(decimals.read(figure), Printed.of(n.value()), per));
    }

    /** Rates that say not what they are per, of units beside them: 100 where one is above 1. */
    private BigDecimal evidentUnit(int column) {
        for (int row = 0; row < table.rowCount(); row++) {
            for (Quantity figure : table.quantities(row, column)) {
                if (roles(table).contains(figure.role()) && figure.value().compareTo(BigDecimal.ONE) > 0) {
                    return BigDecimal.valueOf(100);
                }
            }
        }
        return BigDecimal.ONE;
    }

    /**
     * Whether counts beside a rate are the units that it is a rate of, and not its events: rate times count gives a whole
     * number, no larger than the count, in every row.
     */
    private boolean isBase(Column counts, Quantity figure) {
        return isCount(counts)
                && bases.computeIfAbsent(
                        List.of(counts.index(), figure.column()), pair -> areUnits(counts.index(), figure));
    }

    private boolean areUnits(int counts, Quantity like) {
        if (table.columns().stream().anyMatch(Rates::isPopulation)) {
            return false;
        }
        Optional<BigDecimal> stated = unit(like);
        BigDecimal per = stated.orElseGet(() -> evidentUnit(like.column()));
        int tested = 0;
        for (int row = 0; row < table.rowCount(); row++) {
            for (Quantity rate : table.quantities(row, like.column())) {
                List<Quantity> numbers = roles(table).contains(rate.role()) ? table.quantities(row, counts) : List.of();
                if (!numbers.isEmpty()) {
                    BigDecimal n = numbers.get(0).value();
                    Optional<ImpliedCounts> events = RateEvents.of(decimals.read(rate), Printed.of(n), per);
                    if (events.isEmpty()
                            || BigDecimal.valueOf(events.get().low()).compareTo(n) > 0) {
                        return false;
                    }
                    tested++;
                }
            }
        }
        // one row may fit by chance where the header says what the rate is per
        return tested > (stated.isPresent() ? 1 : 0);
    }

    /** The events that a ratio and its printed expected number leave: observed = ratio times expected. */
    Optional<ImpliedCounts> fromExpected(Quantity figure) {
        return figureNamed(figure, Rates::isExpected)
                .flatMap(expected -> RateEvents.ofRatio(decimals.read(figure), Printed.of(expected.value())));
    }

    /** The events that the limits of the rate leave; empty when they are not printed. */
    Optional<RateEvents> fromLimits(Quantity figure) {
        return Companions.limits(table, figure)
                .flatMap(ends -> RateEvents.ofLimits(
                        Printed.of(figure.value()),
                        Printed.of(ends.get(0).value()),
                        Printed.of(ends.get(1).value()),
                        limits()));
    }

    private EventLimits limits() {
        if (limits == null) {
            limits = new EventLimits(
                    Confidence.in(table.columns().stream().map(Column::name).toList()));
        }
        return limits;
    }

    /** Whether the number of events itself is printed in the row. */
    boolean eventsArePrinted(Quantity figure) {
        boolean says = unit(figure).isPresent() || isStandardised(figure);
        return figureNamed(
                        figure,
                        column -> isCount(column)
                                && !isPopulation(column)
                                && !isBase(column, figure)
                                && (says || !isSize(column)))
                .isPresent();
    }

    private static boolean isCount(Column column) {
        return column.role() != null && column.role().isCount() && !isExpected(column);
    }

    /** Whether a header says nothing but that units are counted. */
    private static boolean isSize(Column column) {
        return Wording.is(
                column.leaf(),
                "n",
                "no",
                "number",
                "total",
                "total n",
                "patients",
                "people",
                "persons",
                "base",
                "size");
    }

    private Optional<Quantity> figureNamed(Quantity figure, Predicate<Column> wanted) {
        for (Column column : table.columns()) {
            if (column.index() != figure.column() && !column.isLabel() && wanted.test(column)) {
                List<Quantity> numbers = table.quantities(figure.row(), column.index());
                if (!numbers.isEmpty()) {
                    return Optional.of(numbers.get(0));
                }
            }
        }
        return Optional.empty();
    }

    private static boolean isExpected(Column column) {
        return Wording.names(column.name(), "expected", "exp");
    }

    private static boolean isPopulation(Column column) {
        return Wording.names(
                        column.name(),
                        "population",
                        "pop",
                        "bevölkerung",
                        "bevoelkerung",
                        "einwohner",
                        "einwohnerzahl",
                        "personenjahre",
                        "personnes années",
                        "person years",
                        "person time",
                        "person months",
                        "person weeks",
                        "person days",
                        "time at risk",
                        "pyears",
                        "py",
                        "denominator",
                        "list size",
                        "at risk")
                && !Wording.names(column.name(), "per", "je", "pro", "rate", "taux");
    }

    /** What the rate is per: 100 000; empty when nothing says it. */
    private Optional<BigDecimal> unit(Quantity figure) {
        Optional<BigDecimal> unit = per(table.columns().get(figure.column()).name());
        for (String title : table.titles()) {
            unit = unit.isPresent() ? unit : per(title);
        }
        return unit.isPresent() ? unit : per(table.rowLabel(figure.row()));
    }

    static Optional<BigDecimal> per(String text) {
        Matcher matcher = PER.matcher(text.replace('_', ' '));
        if (!matcher.find()) {
            return Optional.empty();
        }
        BigDecimal number = matcher.group(1) == null
                ? BigDecimal.ONE
                : new BigDecimal(matcher.group(1).replaceAll("[ ,.]", ""));
        String word = matcher.group(2) != null ? matcher.group(2) : matcher.group(3);
        int zeros = word == null
                ? 0
                : switch (word.toLowerCase(Locale.ROOT)) {
                    case "million" -> 6;
                    case "hundred" -> 2;
                    default -> 3;
                };
        return Optional.of(number.movePointRight(zeros)).filter(n -> n.signum() > 0);
    }
}
