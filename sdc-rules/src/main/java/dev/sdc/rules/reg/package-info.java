/** Regression models: degrees of freedom, saturated models, thin levels. */
@NullMarked
package dev.sdc.rules.reg;

import org.jspecify.annotations.NullMarked;
