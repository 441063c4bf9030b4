/** What identifiers, dates and listings of records look like, shared by the rules that look for them. */
@NullMarked
package dev.sdc.rules.shape;

import org.jspecify.annotations.NullMarked;
