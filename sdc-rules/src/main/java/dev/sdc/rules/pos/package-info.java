/** Percentiles: units beyond and between them. */
@NullMarked
package dev.sdc.rules.pos;

import org.jspecify.annotations.NullMarked;
