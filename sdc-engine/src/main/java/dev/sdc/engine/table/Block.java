package dev.sdc.engine.table;

import java.util.List;

/**
 * A part of a grid that holds one table: its lines before any meaning is given.
 *
 * @param titles grid rows above the table that hold a line of text
 * @param rows grid rows of the table, header rows first, blank rows left out
 * @param footnotes grid rows below the table that hold a line of text
 * @param firstColumn the leftmost grid column
 * @param lastColumn the rightmost grid column
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Block(List<Integer> titles, int[] rows, List<Integer> footnotes, int firstColumn, int lastColumn) {}
