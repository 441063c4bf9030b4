package dev.sdc.engine.read.model;

import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The parts of the listing of a SAS procedure, told by their titles. */
enum ListingSection {
    INFORMATION("model information", "class level information", "convergence status", "model convergence status"),
    RESPONSES("response profile"),
    CENSORING("summary of the number of event and censored values"),
    FIT("model fit statistics", "criteria for assessing goodness of fit", "fit statistics"),
    PAIRS("association of predicted probabilities and observed responses"),
    RATIOS("odds ratio estimates", "hazard ratios for", "adjusted odds ratios"),
    TABLE(
            "testing global null hypothesis",
            "type 3 analysis of effects",
            "type 3 tests",
            "joint tests",
            "lr statistics for type",
            "analysis of maximum likelihood",
            "analysis of penalized maximum likelihood",
            "analysis of parameter estimates",
            "analysis of gee parameter estimates",
            "residual chi-square test",
            "hosmer and lemeshow goodness-of-fit test"),
    /** What nobody knows of. */
    OTHER;

    private final Pattern titles;

    ListingSection(String... titles) {
        this.titles =
                Pattern.compile(Stream.of(titles).map(Pattern::quote).collect(Collectors.joining("|", "(?:", ")")));
    }

    /** The part that a line is the title of; null where it is none. */
    static @Nullable ListingSection titled(String line) {
        for (ListingSection section : values()) {
            if (section != OTHER && section.titles.matcher(line).lookingAt()) {
                return section;
            }
        }
        return null;
    }
}
