package dev.sdc.engine.read.model;

import org.jspecify.annotations.Nullable;

/** Turns the places in the lines of a print into addresses of the file that the lines were taken from. Immutable. */
public interface Whereabouts {
    /** The address of a place. */
    String of(Place place);

    /** The address of all that stands between two places. */
    String of(Place first, Place last);

    /**
     * Lines of a text, which are addressed as they are.
     *
     * @param file where the text stands in a file that is no text itself; null where it is the file
     */
    record InText(@Nullable String file) implements Whereabouts {
        @Override
        public String of(Place place) {
            return within(place.toString());
        }

        @Override
        public String of(Place first, Place last) {
            return within(first + "-" + last.toString().substring(1));
        }

        private String within(String address) {
            return file == null ? address : file + "!" + address;
        }
    }
}
