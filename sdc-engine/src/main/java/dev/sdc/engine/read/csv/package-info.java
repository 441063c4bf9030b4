/** Delimited text: finds out how a file is written and reads it as a grid. */
@NullMarked
package dev.sdc.engine.read.csv;

import org.jspecify.annotations.NullMarked;
