@NullMarked
package dev.sdc.cli;

import org.jspecify.annotations.NullMarked;
