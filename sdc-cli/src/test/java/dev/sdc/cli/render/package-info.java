@NullMarked
package dev.sdc.cli.render;

import org.jspecify.annotations.NullMarked;
