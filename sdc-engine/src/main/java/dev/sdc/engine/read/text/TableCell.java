package dev.sdc.engine.read.text;

/**
 * A cell of one of several tables.
 *
 * @param table which table, from 0
 * @param row the row of that table, from 0
 */
public record TableCell(int table, int row, Piece piece) {}
