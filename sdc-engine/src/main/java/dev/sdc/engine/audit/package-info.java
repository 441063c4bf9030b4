/** The attacker's side: what published numbers tell of those that were held back. */
@NullMarked
package dev.sdc.engine.audit;

import org.jspecify.annotations.NullMarked;
