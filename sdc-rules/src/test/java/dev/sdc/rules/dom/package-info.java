@NullMarked
package dev.sdc.rules.dom;

import org.jspecify.annotations.NullMarked;
