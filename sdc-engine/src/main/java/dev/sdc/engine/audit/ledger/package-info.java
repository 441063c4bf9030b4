/** What was released before: appended to, never changed, and looked up by what its cells count. */
@NullMarked
package dev.sdc.engine.audit.ledger;

import org.jspecify.annotations.NullMarked;
