/** Figures that other printed figures give away. */
@NullMarked
package dev.sdc.rules.hid;

import org.jspecify.annotations.NullMarked;
