/** Grids understood: labels, roles, totals, typed cells. */
@NullMarked
package dev.sdc.engine.table;

import org.jspecify.annotations.NullMarked;
