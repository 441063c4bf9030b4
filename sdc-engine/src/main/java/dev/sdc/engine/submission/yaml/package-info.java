/** Strict YAML: every value knows its place, and what is not understood is refused with advice. */
@NullMarked
package dev.sdc.engine.submission.yaml;

import org.jspecify.annotations.NullMarked;
