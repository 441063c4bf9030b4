/** Bytes received once, measured and named by what they are. */
@NullMarked
package dev.sdc.engine.intake;

import org.jspecify.annotations.NullMarked;
