package dev.sdc.engine.read.model;

import dev.sdc.engine.read.Phrases;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How the print of a model may begin. */
enum Opening {
    /** R repeats the call, or names the formula. */
    CALL,
    /** A title says what follows. */
    TITLE,
    /** R prints tests in a form of their own: a title, then {@code data:}. */
    TEST,
    /** Estimates for single clusters. */
    CLUSTERS,
    /** SAS names its procedure. */
    PROCEDURE,
    /** Stata counts iterations, or states the size of a model at the right. */
    STATA,
    /** Headings that only models have. */
    HEADINGS,
    /** R prints the estimates alone, as a vector with names. */
    VECTOR;

    private static final Pattern PROCEDURE_TITLE =
            Pattern.compile("the (reg|glm|logistic|phreg|genmod|mixed|lifereg|anova) procedure");
    private static final String ADJUSTED = "adjusted r square ";
    private static final Phrases FIT = Phrases.of(List.of(ADJUSTED));
    private static final List<String> TITLES = List.of(
            " latent classes:",
            "mixed model fit by",
            "mixed-effects model fit by",
            "analysis of variance table",
            "analysis of deviance table",
            "anova table (type",
            "tukey multiple comparisons of means",
            "<lifelines.",
            "dep. variable:",
            "test of equality over strata");
    private static final List<String> STATA_TITLES = List.of(
            "iteration 0:",
            "note: ",
            "logistic regression",
            "poisson regression",
            "linear regression",
            "negative binomial regression",
            "mixed-effects",
            "random-effects",
            "fixed-effects",
            "regression with ",
            "two-sample t test",
            "one-sample t test",
            "paired t test",
            "no. of subjects =",
            "log-rank test for equality",
            "wilcoxon (breslow",
            "two-sample wilcoxon rank-sum",
            "( 1) ",
            "conditional (fixed-effects)");

    /** One of these stands in every line that opens a print by its words. */
    private static final Phrases WORDS = Phrases.of(Stream.of(
                    TITLES,
                    STATA_TITLES,
                    List.of(
                            "call:",
                            "formula:",
                            "family:",
                            "nonlinear regression model",
                            " procedure",
                            "cox proportional hazards model",
                            "model: ",
                            "results",
                            "$",
                            "(intercept) ",
                            ADJUSTED,
                            "groups ",
                            "number of obs ",
                            "pearson chi2(",
                            "regression",
                            " regr. "))
            .flatMap(List::stream)
            .toList());

    /** How a model's print may begin at a line; null where none does. */
    static @Nullable Opening at(List<String> lines, int at) {
        Opening told = byWords(lines, at);
        return told == null ? byHeadings(lines.get(at)) : told;
    }

    /** How a line says that a print begins; null where it does not say so, though its headings may tell it. */
    static @Nullable Opening byWords(List<String> lines, int at) {
        String line = lines.get(at);
        if (line.length() > PrintReader.LONGEST_LINE || line.isBlank()) {
            return null;
        }
        if (!WORDS.anyIn(line)) {
            return isTest(lines, at) ? TEST : null;
        }
        String lower = line.strip().toLowerCase(Locale.ROOT);
        if (lower.startsWith("call:")
                || (lower.startsWith("formula:") && follows(lines, at, "parameters:"))
                || (lower.startsWith("family:") && follows(lines, at, "link function:"))
                || (lower.equals("nonlinear regression model") && follows(lines, at, "model:"))) {
            return CALL;
        }
        if (isTest(lines, at)) {
            return TEST;
        }
        if (PROCEDURE_TITLE.matcher(lower).matches()) {
            return PROCEDURE;
        }
        if (TITLES.stream().anyMatch(lower::contains)
                || lower.equals("cox proportional hazards model")
                || isRuled(lines, at, lower)) {
            return TITLE;
        }
        if (isElement(lower) && at + 1 < lines.size()) {
            String below = lines.get(at + 1);
            return below.startsWith(" ") && below.contains("(Intercept)") ? CLUSTERS : null;
        }
        if (lower.startsWith("(intercept) ") && NamedFigures.at(lines, at) != null) {
            return VECTOR;
        }
        if (isFit(lower) || isVariances(lower)) {
            return TITLE;
        }
        boolean size = lower.contains("number of obs ") && lower.contains("=");
        boolean title = isStata(lower)
                && lower.indexOf('|') < 0
                && (!lower.startsWith("note: ") || lower.endsWith("perfectly"));
        if (size || title || lower.startsWith("pearson chi2(") || isSized(lines, at, lower)) {
            return STATA;
        }
        return null;
    }

    private static boolean isStata(String lower) {
        for (String title : STATA_TITLES) {
            if (lower.startsWith(title)) {
                return true;
            }
        }
        return false;
    }

    private static @Nullable Opening byHeadings(String line) {
        if (line.length() > PrintReader.LONGEST_LINE || isElement(line)) {
            return null;
        }
        HeadingLine headings = HeadingLine.of(line);
        return headings != null && headings.isUnmistakable() ? HEADINGS : null;
    }

    /** Whether a line is the name of an element of a list. */
    private static boolean isElement(String line) {
        if (line.indexOf('$') < 0) {
            return false;
        }
        String name = line.strip();
        return name.startsWith("$") && name.length() < 60;
    }

    /** Whether a line is the header over the variances of a mixed model, as lme4 prints it. */
    private static boolean isVariances(String words) {
        return words.startsWith("groups ") && words.contains(" name ") && words.endsWith("std.dev.");
    }

    /** Whether a line is the header over the fit of a linear model, as SPSS names it. */
    static boolean isFit(String words) {
        boolean may = words.length() < 200 && (words.indexOf('q') >= 0 || words.indexOf('Q') >= 0);
        return may && FIT.anyIn(words);
    }

    /** A title of statsmodels, ruled off below. */
    private static boolean isRuled(List<String> lines, int at, String lower) {
        if (lower.startsWith("model: ")) {
            return follows(lines, at, "dependent variable:");
        }
        boolean title = lower.endsWith("regression results") || lower.startsWith("results: ");
        if (!title || at + 1 >= lines.size()) {
            return false;
        }
        String below = lines.get(at + 1).strip();
        return RowReader.isRule(below) || below.startsWith("Dep. Variable:") || below.startsWith("Model:");
    }

    /** A title above the size of a model. */
    private static boolean isSized(List<String> lines, int at, String lower) {
        boolean title = lower.length() < 60 && (lower.contains("regression") || lower.contains(" regr. "));
        return title
                && (follows(lines, at, "no. of subjects =")
                        || (at + 1 < lines.size() && lines.get(at + 1).contains("Number of obs")));
    }

    private static boolean isTest(List<String> lines, int at) {
        boolean title = (lines.get(at).startsWith("\t") || lines.get(at).startsWith("  "))
                && (at == 0 || lines.get(at - 1).isBlank());
        for (int i = at + 1; title && i < Math.min(lines.size(), at + 4); i++) {
            if (lines.get(i).stripLeading().startsWith("data:")) {
                return true;
            }
        }
        return false;
    }

    private static boolean follows(List<String> lines, int at, String start) {
        for (int i = at + 1; i < Math.min(lines.size(), at + 6); i++) {
            if (lines.get(i).strip().toLowerCase(Locale.ROOT).startsWith(start)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a line is a person's input to a console. */
    static boolean isPrompt(String line) {
        return line.startsWith("> ")
                || line.equals(">")
                || line.startsWith(">>> ")
                || line.startsWith("In [")
                || (line.startsWith(". ") && line.length() > 2 && !Character.isDigit(line.charAt(2)))
                || line.equals(".");
    }
}
