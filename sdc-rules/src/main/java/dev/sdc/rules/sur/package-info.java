/** Survival curves and life tables: few events, few at risk, steps of single units. */
@NullMarked
package dev.sdc.rules.sur;

import org.jspecify.annotations.NullMarked;
