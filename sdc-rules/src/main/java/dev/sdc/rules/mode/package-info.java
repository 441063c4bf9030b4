/** Modes: the values that most units hold. */
@NullMarked
package dev.sdc.rules.mode;

import org.jspecify.annotations.NullMarked;
