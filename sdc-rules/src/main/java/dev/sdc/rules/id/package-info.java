/** Rules about direct identifiers. */
@NullMarked
package dev.sdc.rules.id;

import org.jspecify.annotations.NullMarked;
