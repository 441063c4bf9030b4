package dev.sdc.engine;

import dev.sdc.engine.report.Report;
import dev.sdc.engine.rule.ExaminedFile;
import java.util.List;

/**
 * A report with what it speaks of, for renderings that show the tables themselves.
 *
 * @param report the report
 * @param files every file with what was read from it, in path order
 */
public record Examination(Report report, List<ExaminedFile> files) {}
