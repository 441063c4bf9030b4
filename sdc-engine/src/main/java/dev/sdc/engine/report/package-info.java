/** Verdicts, findings and their renderings for machines. */
@NullMarked
package dev.sdc.engine.report;

import org.jspecify.annotations.NullMarked;
