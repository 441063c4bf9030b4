/** Rules about named organisations. */
@NullMarked
package dev.sdc.rules.org;

import org.jspecify.annotations.NullMarked;
