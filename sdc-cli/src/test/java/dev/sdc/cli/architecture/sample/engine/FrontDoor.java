package dev.sdc.cli.architecture.sample.engine;

/** Stands over the way. */
public final class FrontDoor {}
