package dev.sdc.engine;

import dev.sdc.engine.read.Address;
import java.util.List;

/**
 * Where in a file an address lies, so that findings can be put in the order of the file: the whole file first, then
 * sheets in their order, rows and columns by number, lines by number.
 *
 * @param sheet the sheet's place in the file; -1 for the whole file, 0 where there are no sheets
 * @param row the row or line, from 1; 0 where the address names none
 * @param column the column or character, from 1; 0 where the address names none
 * @param rest the address itself
 */
record Position(int sheet, int row, int column, String rest) implements Comparable<Position> {

    /** The place of an address in a file with these sheets. Never fails: an unknown form is put by its text. */
    static Position of(String address, List<String> sheets) {
        if (address.isEmpty()) {
            return new Position(-1, 0, 0, "");
        }
        int mark = address.lastIndexOf('!');
        int sheet = mark < 0 ? 0 : sheets.indexOf(address.substring(0, mark));
        if (sheet < 0) {
            sheet = sheets.size();
        }
        Address cells = Address.of(address);
        if (cells != null) {
            return new Position(sheet, cells.firstRow() + 1, cells.firstColumn() + 1, address);
        }
        int at = mark + 1;
        if (at < address.length() && address.charAt(at) == '@') {
            int colon = address.indexOf(':', at);
            int line = number(address, at + 1, colon < 0 ? address.length() : colon);
            return new Position(sheet, line, colon < 0 ? 0 : number(address, colon + 1, address.length()), address);
        }
        return new Position(sheet, 0, 0, address);
    }

    private static int number(String text, int from, int to) {
        long n = 0;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (c < '0' || c > '9') {
                return 0;
            }
            n = Math.min(n * 10 + (c - '0'), Integer.MAX_VALUE);
        }
        return (int) n;
    }

    @Override
    public int compareTo(Position other) {
        int order = Integer.compare(sheet, other.sheet);
        if (order == 0) {
            order = Integer.compare(row, other.row);
        }
        if (order == 0) {
            order = Integer.compare(column, other.column);
        }
        return order != 0 ? order : natural(rest, other.rest);
    }

    /** Text order in which runs of digits count as numbers: {@code /a/2} before {@code /a/10}. */
    private static int natural(String a, String b) {
        int i = 0;
        int j = 0;
        while (i < a.length() && j < b.length()) {
            int endI = digits(a, i);
            int endJ = digits(b, j);
            int order;
            if (endI > i && endJ > j) {
                order = endI - i != endJ - j
                        ? Integer.compare(endI - i, endJ - j)
                        : a.substring(i, endI).compareTo(b.substring(j, endJ));
                i = endI;
                j = endJ;
            } else {
                order = Character.compare(a.charAt(i++), b.charAt(j++));
            }
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(a.length() - i, b.length() - j);
    }

    private static int digits(String text, int from) {
        int end = from;
        while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
            end++;
        }
        return end;
    }
}
