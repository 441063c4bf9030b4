package dev.sdc.rules.shape;

/** An e-mail address. */
public final class EmailAddress implements IdentifierShape {
    @Override
    public boolean whole(String text) {
        String address = text.strip();
        return find(address, 0) == 0 && address.chars().noneMatch(Character::isWhitespace);
    }

    @Override
    public int find(String text, int from) {
        for (int sign = text.indexOf('@', from); sign >= 0; sign = text.indexOf('@', sign + 1)) {
            int start = sign;
            while (start > 0 && inName(text.charAt(start - 1))) {
                start--;
            }
            if (start >= from && start < sign && hasDomain(text, sign + 1)) {
                return start;
            }
        }
        return -1;
    }

    private static boolean hasDomain(String text, int start) {
        int at = start;
        int dot = -1;
        while (at < text.length()
                && (Character.isLetterOrDigit(text.charAt(at)) || ".-".indexOf(text.charAt(at)) >= 0)) {
            if (text.charAt(at) == '.'
                    && at > start
                    && at + 1 < text.length()
                    && Character.isLetter(text.charAt(at + 1))) {
                dot = at;
            }
            at++;
        }
        return dot > 0 && at - dot > 2;
    }

    private static boolean inName(char c) {
        return Character.isLetterOrDigit(c) || "._%+-'".indexOf(c) >= 0;
    }
}
