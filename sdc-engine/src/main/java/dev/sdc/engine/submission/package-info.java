/** What was handed in: files, and what their author declares about them. */
@NullMarked
package dev.sdc.engine.submission;

import org.jspecify.annotations.NullMarked;
