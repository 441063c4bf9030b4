/**
 * Excel workbooks: read as a stream of events, with limits counted here and every part of the archive accounted for.
 *
 * <p>The archive and its relationships are walked by this package itself, because what hides in a workbook hides from
 * object models; the library is asked for built-in number formats, dates and displayed text.
 */
@NullMarked
package dev.sdc.engine.read.xlsx;

import org.jspecify.annotations.NullMarked;
