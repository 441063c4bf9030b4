/** Hands in tables of the tablesaw library. Needs {@code tablesaw-core}, which the engine does not bring along. */
@NullMarked
package dev.sdc.engine.tablesaw;

import org.jspecify.annotations.NullMarked;
