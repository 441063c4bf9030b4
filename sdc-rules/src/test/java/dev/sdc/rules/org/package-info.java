@NullMarked
package dev.sdc.rules.org;

import org.jspecify.annotations.NullMarked;
