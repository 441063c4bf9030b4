/** Rules about machine-learning models and what is told of them. */
@NullMarked
package dev.sdc.rules.ml;

import org.jspecify.annotations.NullMarked;
