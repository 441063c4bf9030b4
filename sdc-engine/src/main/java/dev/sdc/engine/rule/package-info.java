/** The rule interface, profiles and outcomes. */
@NullMarked
package dev.sdc.engine.rule;

import org.jspecify.annotations.NullMarked;
