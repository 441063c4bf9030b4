/** Rules about clusters and latent classes. */
@NullMarked
package dev.sdc.rules.clu;

import org.jspecify.annotations.NullMarked;
