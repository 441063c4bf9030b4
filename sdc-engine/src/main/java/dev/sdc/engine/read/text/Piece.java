package dev.sdc.engine.read.text;

/**
 * A cell as it stands in a text.
 *
 * @param column the column of the table that it belongs to
 * @param text what it says
 * @param line the line it stands in, from 0
 * @param at its first character in that line, from 0
 */
public record Piece(int column, String text, int line, int at) {}
