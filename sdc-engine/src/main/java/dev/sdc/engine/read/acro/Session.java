package dev.sdc.engine.read.acro;

import java.util.List;
import java.util.Map;

/**
 * What ACRO claims of the outputs of one session. A claim is never trusted: it is held against what the files show.
 *
 * @param version the version of ACRO that is said to have written it
 * @param claims what is said of each output, in the order of the file
 */
public record Session(String version, List<Claim> claims) {

    /**
     * What is claimed of one output.
     *
     * @param id its name in the session
     * @param pointer where the claim stands, as a JSON pointer
     * @param status {@code pass}, {@code fail} or {@code review}, as it stands there
     * @param type what kind of output it is said to be
     * @param says the checks in ACRO's own words
     * @param values the functions of values that the cells are said to hold ({@code sum}, {@code mean}); empty for counts
     * @param suppressed whether the cells that fail are said to be suppressed
     * @param files the files that it is said to consist of
     */
    public record Claim(
            String id,
            String pointer,
            String status,
            String type,
            String says,
            List<String> values,
            boolean suppressed,
            List<ClaimedFile> files) {}

    /**
     * What is claimed of one file.
     *
     * @param name its name, relative to the session's folder
     * @param pointer where the name stands, as a JSON pointer
     * @param digest the SHA-256 that stands beside the name, or empty
     * @param flagged how many cells each check flagged; checks that flagged none are left out
     * @param cells the cells that each check flagged, where they are listed
     */
    public record ClaimedFile(
            String name, String pointer, String digest, Map<String, Long> flagged, Map<String, List<Cell>> cells) {}

    /** A cell of a table, counted from 0 without headers and labels. */
    public record Cell(int row, int column) {}
}
