/** Rules about factors, components and correspondence analysis. */
@NullMarked
package dev.sdc.rules.mdim;

import org.jspecify.annotations.NullMarked;
