/** The interface between the engine and its rules. */
@NullMarked
package dev.sdc.engine.rule;

import org.jspecify.annotations.NullMarked;
