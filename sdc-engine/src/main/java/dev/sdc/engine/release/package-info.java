/**
 * Releases: sends what the gate lets out, and nothing else, and makes sure that it arrived.
 *
 * <p>{@link dev.sdc.engine.release.Release} does the work over any {@link dev.sdc.engine.release.Transport}; SFTP is one.
 */
@NullMarked
package dev.sdc.engine.release;

import org.jspecify.annotations.NullMarked;
