/** Rules about files as they came: type, size, hidden and active content, what was declared. */
@NullMarked
package dev.sdc.rules.file;

import org.jspecify.annotations.NullMarked;
