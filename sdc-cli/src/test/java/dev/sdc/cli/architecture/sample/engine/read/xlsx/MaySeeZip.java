package dev.sdc.cli.architecture.sample.engine.read.xlsx;

import java.util.zip.ZipEntry;

abstract class MaySeeZip {
    abstract void see(ZipEntry entry);
}
