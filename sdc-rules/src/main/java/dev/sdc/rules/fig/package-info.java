/** Rules about figures and the data drawn in them. */
@NullMarked
package dev.sdc.rules.fig;

import org.jspecify.annotations.NullMarked;
