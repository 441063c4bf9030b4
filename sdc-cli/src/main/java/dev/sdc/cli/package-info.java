/** The command line: commands, renderers, exit codes. */
@NullMarked
package dev.sdc.cli;

import org.jspecify.annotations.NullMarked;
