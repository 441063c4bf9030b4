package dev.sdc.engine.read.xlsx;

/**
 * How the cells of a workbook look.
 *
 * @param formats how numbers are written
 * @param palette the colours
 * @param inks which styles hide what they write
 */
record Styles(NumberFormats formats, Palette palette, Inks inks) {}
