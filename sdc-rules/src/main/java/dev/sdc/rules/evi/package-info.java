/** Rules about the evidence that is supplied with outputs. */
@NullMarked
package dev.sdc.rules.evi;

import org.jspecify.annotations.NullMarked;
