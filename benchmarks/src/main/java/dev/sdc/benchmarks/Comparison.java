package dev.sdc.benchmarks;

import java.util.List;

/** One line of the table: a measurement of ours beside another. */
record Comparison(String what, String ours, String beside, String other, String unit, Target target) {
    private static final String TIME = "ms";
    private static final String HEAP = "MB";

    /** Everything that is compared, in the order of the table. */
    static final List<Comparison> ALL = List.of(
            new Comparison(
                    "CSV → table",
                    "CsvReading.table",
                    "lines of a `BufferedReader`",
                    "CsvReading.lines",
                    TIME,
                    new Target.Times(5)),
            new Comparison(
                    "CSV → table",
                    "CsvReading.table",
                    "cells of commons-csv",
                    "CsvReading.commonsCsv",
                    TIME,
                    new Target.Times(0.75)),
            new Comparison(
                    "CSV → table",
                    "CsvReading.table",
                    "columns of tablesaw",
                    "CsvReading.tablesaw",
                    TIME,
                    new Target.None()),
            new Comparison(
                    "CSV → grid, not understood",
                    "CsvReading.grid",
                    "lines of a `BufferedReader`",
                    "CsvReading.lines",
                    TIME,
                    new Target.None()),
            new Comparison(
                    "Stata log → tables, models and text",
                    "LogReading.document",
                    "lines of a `BufferedReader`",
                    "LogReading.lines",
                    TIME,
                    new Target.Times(3)),
            new Comparison(
                    "Stata log, cut into words and no more",
                    "LogReading.words",
                    "lines of a `BufferedReader`",
                    "LogReading.lines",
                    TIME,
                    new Target.None()),
            new Comparison(
                    "XLSX → table",
                    "XlsxReading.table",
                    "`XSSFWorkbook`",
                    "XlsxReading.xssfWorkbook",
                    TIME,
                    new Target.Times(0.25)),
            new Comparison(
                    "XLSX → table, smallest heap",
                    "heap.READ_XLSX",
                    "`XSSFWorkbook`",
                    "heap.XSSF_WORKBOOK",
                    HEAP,
                    new Target.InAll(64, HEAP)),
            new Comparison(
                    "All rules over a table",
                    "CellRules.rules",
                    "one look at every cell",
                    "CellRules.cells",
                    TIME,
                    new Target.None()),
            new Comparison(
                    "Check of a CSV file",
                    "FullCheck.check",
                    "reading it",
                    "FullCheck.reading",
                    TIME,
                    new Target.Times(1.3)),
            new Comparison(
                    "Check of a CSV file, smallest heap",
                    "heap.CHECK_CSV",
                    "columns of tablesaw",
                    "heap.TABLESAW_CSV",
                    HEAP,
                    new Target.InAll(512, HEAP)),
            new Comparison(
                    "What a million cells give away exactly",
                    "HiddenCells.exact",
                    "reading them",
                    "HiddenCells.reading",
                    TIME,
                    new Target.Times(10)),
            new Comparison(
                    "Intervals of 50 × 50 cells",
                    "HiddenCells.intervals",
                    "two programs of OR-Tools a cell",
                    "HiddenCells.twoProgramsForEachCell",
                    TIME,
                    new Target.Times(0.2)),
            new Comparison(
                    "Intervals up to 10 in 115,881 cells",
                    "HiddenCells.upToTen",
                    "what a million cells give away exactly",
                    "HiddenCells.exact",
                    TIME,
                    new Target.InAll(120_000, TIME)),
            new Comparison(
                    "A ledger of a million counts asked about a thousand",
                    "LedgerQuery.query",
                    "opening and asking",
                    "LedgerQuery.openAndQuery",
                    TIME,
                    new Target.InAll(1_000, TIME)),
            new Comparison(
                    "`sdc check` of a small CSV file",
                    "start.sdc",
                    "hello world",
                    "start.hello",
                    TIME,
                    new Target.Times(9)));

    /** The heads of the columns. */
    static String header() {
        return "| what | takes | beside | takes | ratio | target | |\n| --- | ---: | --- | ---: | ---: | ---: | --- |";
    }

    /** The line of the table; it says so where something was not measured. */
    String line(Measurements measured) {
        if (!measured.has(ours) || !measured.has(other)) {
            return "| " + what + " | – | " + beside + " | – | – | " + target.words() + " | not measured |";
        }
        double mine = measured.median(ours);
        double others = measured.median(other);
        return "| " + what + " | " + Target.number(mine) + " " + unit + " | " + beside + " | " + Target.number(others)
                + " " + unit + " | " + Target.number(mine / others) + " | " + target.words() + " | "
                + target.judge(mine, others) + " |";
    }
}
