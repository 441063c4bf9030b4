/** What ACRO writes beside the outputs of a session: what it claims of each, and the digests of the files. */
@NullMarked
package dev.sdc.engine.read.acro;

import org.jspecify.annotations.NullMarked;
