package dev.sdc.rules.shape;

import java.util.Set;

/** A telephone number: eleven digits from 01, 02, 03, 07 or 08, or +44 and ten, or + and another country's digits. */
public final class PhoneNumber implements IdentifierShape {
    private static final int NATIONAL = 11;
    private static final int SHORTEST_INTERNATIONAL = 10;
    private static final int LONGEST_INTERNATIONAL = 15;

    @Override
    public boolean whole(String text) {
        String number = text.strip();
        return !number.isEmpty() && end(number, 0) == number.length();
    }

    @Override
    public int find(String text, int from) {
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if ((c == '0' || c == '+') && !joinedBefore(text, i)) {
                int end = end(text, i);
                if (end > 0 && !joinedAfter(text, end)) {
                    return i;
                }
            }
        }
        return -1;
    }

    /** The end of the number that begins here, -1 when there is none. Digits may stand in groups. */
    private static int end(String text, int start) {
        boolean international = text.charAt(start) == '+';
        int at = international ? start + 1 : start;
        int digits = 0;
        int end = at;
        boolean separated = true;
        while (at < text.length() && digits <= LONGEST_INTERNATIONAL) {
            char c = text.charAt(at);
            if (c >= '0' && c <= '9') {
                digits++;
                end = at + 1;
                separated = false;
            } else if (separated || (c != ' ' && c != '-' && c != '(' && c != ')')) {
                break;
            } else {
                separated = c == ' ' || c == '-';
            }
            at++;
        }
        return international
                ? digits >= SHORTEST_INTERNATIONAL && digits <= LONGEST_INTERNATIONAL ? end : -1
                : digits == NATIONAL && "12378".indexOf(text.charAt(start + 1)) >= 0 ? end : -1;
    }

    private static boolean joinedBefore(String text, int at) {
        return at > 0
                && (isWord(text, at - 1)
                        || ("._-/,".indexOf(text.charAt(at - 1)) >= 0 && at > 1 && isWord(text, at - 2)));
    }

    private static boolean joinedAfter(String text, int at) {
        return at < text.length()
                && (isWord(text, at)
                        || ("._-/,".indexOf(text.charAt(at)) >= 0 && at + 1 < text.length() && isWord(text, at + 1)));
    }

    private static boolean isWord(String text, int at) {
        return Character.isLetterOrDigit(text.charAt(at)) || text.charAt(at) == '_';
    }

    @Override
    public boolean named(Set<String> words) {
        return words.contains("phone") || words.contains("telephone") || words.contains("mobile");
    }
}
