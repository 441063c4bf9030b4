/** Mutation testing of the rules: how much of them the worked cases hold. A command of its own, no part of the build. */
@org.jspecify.annotations.NullMarked
package dev.sdc.rules.mutation;
