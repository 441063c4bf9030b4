@NullMarked
package dev.sdc.rules.file;

import org.jspecify.annotations.NullMarked;
