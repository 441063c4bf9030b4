package dev.sdc.engine.submission;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Whom an output describes, as declared; every part may be missing. */
public record Population(
        @Nullable String id,
        @Nullable String description,
        @Nullable Long n,
        @Nullable String subsetOf,
        @Nullable String filter,
        @Nullable LocalDate extractDate) {}
