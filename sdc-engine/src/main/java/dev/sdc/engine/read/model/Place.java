package dev.sdc.engine.read.model;

/** A place in a text: its line and its column, both from 1. */
public record Place(int line, int column) {
    @Override
    public String toString() {
        return "@" + line + ":" + column;
    }
}
