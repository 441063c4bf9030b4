/** Files that are only written on: what a ledger of releases and the log of the gate have in common. */
@NullMarked
package dev.sdc.engine.journal;

import org.jspecify.annotations.NullMarked;
