/** Correlations of few units, and exact relations. */
@NullMarked
package dev.sdc.rules.cor;

import org.jspecify.annotations.NullMarked;
