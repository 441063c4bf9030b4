package dev.sdc.engine.read.picture;

import dev.sdc.engine.intake.Limits;
import dev.sdc.engine.read.Notes;
import dev.sdc.engine.read.Reading;
import org.jspecify.annotations.Nullable;

/** Goes through a picture part by part: a picture shows pixels, and whatever else it holds nobody sees. */
public final class PictureReader {
    private PictureReader() {}

    /** A picture with remarks on what it holds beside its pixels. */
    public static Reading png(byte[] bytes, Limits limits) {
        Notes notes = new Notes(limits.notes());
        return reading(new PngChunks(bytes, limits, notes).walk(), notes);
    }

    /** A picture with remarks on what it holds beside its pixels. */
    public static Reading jpeg(byte[] bytes, Limits limits) {
        Notes notes = new Notes(limits.notes());
        return reading(new JpegSegments(bytes, notes).walk(), notes);
    }

    private static Reading reading(@Nullable String unreadable, Notes notes) {
        return unreadable != null
                ? new Reading.Unreadable(unreadable)
                : new Reading.NotUnderstood(
                        "A picture cannot be read as numbers. Send the figures behind it as .csv.", notes.list());
    }
}
