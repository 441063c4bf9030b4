package dev.sdc.cli.architecture.sample.engine.table;

import java.util.zip.ZipEntry;

abstract class SeesZip {
    abstract void see(ZipEntry entry);
}
