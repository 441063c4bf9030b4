package dev.sdc.cli;

import java.util.concurrent.Callable;

/** A command of {@code sdc}; its result is the exit code. */
interface Subcommand extends Callable<Integer> {}
