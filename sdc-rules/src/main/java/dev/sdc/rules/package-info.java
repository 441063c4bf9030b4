/** The disclosure rules, one class each, in one package a family. */
@NullMarked
package dev.sdc.rules;

import org.jspecify.annotations.NullMarked;
