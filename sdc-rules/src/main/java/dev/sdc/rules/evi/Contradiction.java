package dev.sdc.rules.evi;

/**
 * Something supplied that cannot be true.
 *
 * @param row the row of the cell that it is supplied for; -1 for the whole output
 * @param column the column of that cell
 * @param why what contradicts what, with the numbers
 */
record Contradiction(int row, int column, String why) {
    /** One that no cell shows. */
    static Contradiction ofAll(String why) {
        return new Contradiction(-1, -1, why);
    }
}
