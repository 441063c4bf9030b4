package dev.sdc.engine.intake;

/**
 * How much one file may ask of its reader. A file that asks for more is refused in words; nothing is cut off in silence.
 *
 * @param fileBytes the most bytes of a file
 * @param cells the most cells (rows × columns) of a grid, and of all grids of a workbook together
 * @param columns the most columns of a grid
 * @param fieldCharacters the most characters of one cell, or of a line that makes up a row of cells
 * @param texts the most different texts of a grid
 * @param textCharacters the most characters of the different texts of a grid, or of running text
 * @param notes the most remarks of one kind on one file; the rest is counted
 * @param zipEntries the most entries of a workbook's archive
 * @param inflatedBytes the most bytes that all entries of an archive unpack to
 * @param inflationRatio how many times its packed size an entry may unpack to, past its first 100 KiB
 */
public record Limits(
        long fileBytes,
        long cells,
        int columns,
        int fieldCharacters,
        int texts,
        long textCharacters,
        int notes,
        int zipEntries,
        long inflatedBytes,
        int inflationRatio) {
    /** A longer cell is cut off by every spreadsheet. */
    private static final int MOST_OF_A_SPREADSHEET = 32_767;

    /** What suits outputs meant for people, with room to spare. */
    public static final Limits DEFAULT = new Limits(
            1L << 30, 1L << 26, 1 << 14, MOST_OF_A_SPREADSHEET, 1 << 22, 1L << 26, 1000, 5000, 1L << 31, 200);
}
