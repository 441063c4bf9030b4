package dev.sdc.engine.evidence;

import java.util.List;
import java.util.Map;

/** Countries whose parts everyone knows. */
final class KnownPlaces {
    private static final List<String> BRITISH = List.of("england", "scotland", "wales");
    private static final List<String> UNITED = List.of("england", "scotland", "wales", "northern ireland");

    /** All parts of each, by its name in small letters. */
    static final Map<String, List<String>> PARTS = Map.of(
            "uk",
            UNITED,
            "united kingdom",
            UNITED,
            "great britain",
            BRITISH,
            "gb",
            BRITISH,
            "england and wales",
            List.of("england", "wales"),
            "england",
            List.of(
                    "north east",
                    "north west",
                    "yorkshire and the humber",
                    "east midlands",
                    "west midlands",
                    "east of england",
                    "london",
                    "south east",
                    "south west"));

    private KnownPlaces() {}
}
