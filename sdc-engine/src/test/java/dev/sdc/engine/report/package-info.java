@NullMarked
package dev.sdc.engine.report;

import org.jspecify.annotations.NullMarked;
