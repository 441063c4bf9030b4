/** Lists the annotated rules of a jar while it is compiled, so that no list is kept by hand. */
@NullMarked
package dev.sdc.engine.rule.processor;

import org.jspecify.annotations.NullMarked;
