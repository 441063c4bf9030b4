/** The front door: a submission in, a report out. */
@NullMarked
package dev.sdc.engine;

import org.jspecify.annotations.NullMarked;
