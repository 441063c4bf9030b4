package dev.sdc.engine.read.picture;

import dev.sdc.engine.intake.Limits;
import dev.sdc.engine.read.Reading;
import java.util.Base64;
import java.util.Locale;

/** A picture that stands inside of another file, as an address that holds its file itself ({@code data:…}). */
public final class EmbeddedPicture {
    private EmbeddedPicture() {}

    /** Whether such an address is a picture with nothing beside its pixels. */
    public static boolean isClean(String address) {
        int comma = address.indexOf(',');
        String head = comma < 0 ? "" : address.substring(0, comma).toLowerCase(Locale.ROOT);
        boolean png = head.startsWith("data:image/png");
        if (!head.endsWith(";base64") || !(png || head.startsWith("data:image/jpeg"))) {
            return false;
        }
        byte[] bytes;
        try {
            bytes = Base64.getMimeDecoder().decode(address.substring(comma + 1));
        } catch (IllegalArgumentException e) {
            return false;
        }
        boolean named = bytes.length > 8 && (png ? bytes[1] == 'P' : bytes[0] == (byte) 0xFF);
        if (!named) {
            return false;
        }
        Reading reading = png ? PictureReader.png(bytes, Limits.DEFAULT) : PictureReader.jpeg(bytes, Limits.DEFAULT);
        return !(reading instanceof Reading.Unreadable) && reading.notes().isEmpty();
    }
}
