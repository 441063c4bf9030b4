/** Minima and maxima: values of single units. */
@NullMarked
package dev.sdc.rules.ext;

import org.jspecify.annotations.NullMarked;
