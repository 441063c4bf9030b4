package dev.sdc.engine.read.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sdc.engine.intake.Limits;
import dev.sdc.engine.read.Grid;
import dev.sdc.engine.read.Reading;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What R, pandas and Stata print is read cell by cell. */
final class PrintedTablesTest {
    private static final Path SAMPLES = Path.of("..", "testdata", "texts");

    private static List<Grid> in(String... lines) {
        return TextDocument.of(new Reading.Text(List.of(lines), List.of()), Limits.DEFAULT)
                .grids();
    }

    private static List<Grid> sample(String name) throws IOException {
        return in(Files.readAllLines(SAMPLES.resolve(name)).toArray(String[]::new));
    }

    /** The row and column of the cell at an address. */
    private static int[] at(Grid grid, String address) {
        for (int r = 0; r < grid.rows(); r++) {
            for (int c = 0; c < grid.columns(); c++) {
                if (grid.address(r, c).equals(address)) {
                    return new int[] {r, c};
                }
            }
        }
        throw new AssertionError("no cell at " + address);
    }

    /** The innermost header of a column: the text right above the first row of figures that have one. */
    private static String above(Grid grid, int row, int column) {
        String header = "";
        for (int r = 0; r < row && grid.kind(r, column) != Grid.Kind.NUMBER; r++) {
            header = grid.text(r, column).isEmpty() ? header : grid.text(r, column);
        }
        return header;
    }

    /** Sample, number of tables, address, text there, text of the row's label, text of the column's header. */
    @ParameterizedTest
    @CsvSource({
        "r_table_two_way.txt, 1, @3:45, 282, Breast, Sum",
        "r_table_two_way.txt, 1, @7:43, 0, Sarcoma, Not known",
        "r_table_wrapped.txt, 1, @24:34, 2, Breast, '(95,100]'",
        "r_ftable.txt, 1, @3:51, 1, Female, Not known",
        "r_ftable_numbers.txt, 1, @19:32, 1, Not known, Male",
        "r_table_numbers.txt, 1, @4:10, 159, Male, visits",
        "r_table_numbers_wide_label.txt, 1, @3:18, 152, 1, dead",
        "r_table_numbers_missing.txt, 1, @6:19, 0, 4, <NA>",
        "r_table_numbers_three_way.txt, 4, @6:11, 67, Male, dead",
        "r_pairwise_t.txt, 1, @8:13, 1, III, p value II",
        "r_pairwise_wilcoxon.txt, 1, @10:35, 0.28, Not known, p value IV",
        "r_kable_summary.md, 2, @10:56, 40.20, bmi, value",
        "r_hmisc_describe.txt, 5, @7:6, 900, sex, total n",
        "r_prop_table.txt, 1, @4:19, 0.280, Head and neck, I",
        "r_data_frame.txt, 1, @10:29, 1, 9, n",
        "r_data_frame_wrapped.txt, 1, @12:17, 3, 5, deaths",
        "r_matrix.txt, 1, @6:27, 4, Sarcoma, Male",
        "r_matrix_plain.txt, 1, @2:14, 5, '[1,]', '[,2]'",
        "r_kable_simple.txt, 1, @15:31, 1, Sarcoma, n",
        "r_survfit.txt, 2, @8:46, 0.635, 36, lower 95% CI",
        "r_xtabs_three_way.txt, 2, @9:40, 0, Sarcoma, Not known",
        "r_console.log, 2, @5:34, 5, Female, Not known",
        "pandas_crosstab.txt, 1, @7:35, 0, Sarcoma, X",
        "pandas_crosstab_margins.txt, 1, @13:49, 900, All, All",
        "pandas_groupby_size.txt, 1, @6:20, 5, '', ''",
        "pandas_describe.txt, 1, @2:8, 900.00000, count, age",
        "pandas_agg_two_levels.txt, 1, @8:48, 12, Sarcoma, count",
        "pandas_truncated.txt, 1, @3:36, 2, Breast, ''",
    })
    void readsEveryCellWhereItStands(String file, int tables, String address, String text, String label, String header)
            throws IOException {
        List<Grid> grids = sample(file);
        assertThat(grids).hasSize(tables);
        Grid grid = grids.get(0);
        int[] cell = at(grid, address);
        assertThat(grid.text(cell[0], cell[1])).isEqualTo(text);
        assertThat(grid.text(cell[0], 0)).isEqualTo(label);
        assertThat(above(grid, cell[0], cell[1])).isEqualTo(header);
    }

    @Test
    void whatIsDescribedOfVariablesIsReadWhole() throws IOException {
        List<Grid> grids = sample("r_hmisc_describe.txt");
        Grid values = grids.get(1);
        assertThat(values.text(2, 0)).isEqualTo("Male");
        assertThat(values.text(2, 1)).isEqualTo("411");
        assertThat(values.text(2, 2)).isEqualTo("0.457");
        Grid age = grids.get(2);
        int[] ninth = at(age, "@17:43");
        assertThat(age.text(ninth[0], ninth[1])).isEqualTo("86");
        assertThat(age.text(0, ninth[1])).isEqualTo("95%");
        Grid ends = grids.get(3);
        assertThat(ends.text(1, 0)).isEqualTo("23");
        assertThat(ends.text(5, 1)).isEqualTo("99");
        assertThat(grids.get(4).text(1, 0)).isEqualTo("dead");
    }

    @Test
    void rowsOfFiguresWithoutAVariableAboveThemAreNoHeader() {
        List<Grid> grids = in("", "arm  0  1", "  A 35  8", "  B 27  9");
        assertThat(grids).hasSize(1);
        assertThat(grids.get(0).rows()).isEqualTo(3);
        List<Grid> falls = in("   died", "arm  7  1", "  A 35  8", "  B 27  9");
        assertThat(falls)
                .isNotEmpty()
                .allSatisfy(grid -> assertThat(grid.rows()).isLessThan(5));
    }

    @Test
    void aTableOfVariablesWithoutNamesGoesOnBelowALineOfSpaces() {
        String[] parts = {
            "   ",
            "    Site A Site B Site C",
            "  A     15     12     25",
            "  B     31     15     18",
            "   ",
            "    Site D Site E",
            "  A     21     14",
            "  B     11     25"
        };
        List<Grid> whole = in(parts);
        assertThat(whole).hasSize(1);
        assertThat(whole.get(0).columns()).isEqualTo(6);
        int[] last = at(whole.get(0), "@8:16");
        assertThat(whole.get(0).text(last[0], last[1])).isEqualTo("25");
        assertThat(whole.get(0).text(last[0], 0)).isEqualTo("B");
        assertThat(above(whole.get(0), last[0], last[1])).isEqualTo("Site E");
        String[] apart = parts.clone();
        apart[4] = "";
        assertThat(in(apart)).hasSize(2);
        String[] others = parts.clone();
        others[6] = "  C     21     14";
        assertThat(in(others)).hasSize(2);
    }

    @Test
    void namesThatStandForSeveralRowsOfABoxAreAColumnOfTheirOwn() throws IOException {
        List<Grid> pspp = in(Files.readAllLines(Path.of("..", "testdata", "texts", "pspp", "crosstabs_shares.txt"))
                .toArray(String[]::new));
        Grid shares = pspp.get(1);
        int last = shares.rows() - 1;
        assertThat(shares.text(last, 3)).isEqualTo("Column %");
        assertThat(shares.text(last - 2, 3)).isEqualTo("Count");
        assertThat(shares.text(last - 2, 0)).isEqualTo("Total");
        assertThat(shares.text(last - 5, 2)).isEqualTo("III");
        Grid names = in(
                        "+----------+---+",
                        "|Region    |  N|",
                        "+----------+---+",
                        "|North West| 41|",
                        "|South East| 25|",
                        "+----------+---+")
                .get(0);
        assertThat(names.columns()).isEqualTo(2);
        assertThat(names.text(1, 0)).isEqualTo("North West");
    }

    @Test
    void stataTabulateHasBordersAndATotal() {
        List<Grid> grids = in(
                ". tab sex stage",
                "",
                "           |             stage",
                "       sex |         I         II        III |     Total",
                "-----------+---------------------------------+----------",
                "    Female |       156        111          7 |       274 ",
                "      Male |       127         94         85 |       306 ",
                "-----------+---------------------------------+----------",
                "     Total |     1,283        205         92 |     1,580 ",
                "");
        assertThat(grids).hasSize(1);
        Grid grid = grids.get(0);
        assertThat(grid.rows()).isEqualTo(5);
        assertThat(grid.columns()).isEqualTo(5);
        assertThat(grid.text(2, 3)).isEqualTo("7");
        assertThat(grid.address(2, 3)).isEqualTo("@6:44");
        assertThat(grid.text(1, 4)).isEqualTo("Total");
    }

    @Test
    void stataGoesOnInTheNextLine() {
        List<Grid> grids = in(
                ". tab centre outcome",
                "          |                  outcome                                 ",
                "   centre |   recovered    improved   unchanged      worse       died",
                "          1 |         120          34          22         11         15",
                "          2 |         110          31          24         12         14");
        assertThat(grids).hasSizeLessThanOrEqualTo(1);
    }

    @Test
    void figuresThatAreStackedInACellAreToldApart() {
        Grid sas = in(
                        "Frequency|",
                        "Percent  |",
                        "Row Pct  |I       |II      |  Total",
                        "---------+--------+--------+",
                        "F        |    580 |      4 |    584",
                        "         |  51.79 |   0.36 |  52.14",
                        "         |  99.32 |   0.68 |",
                        "---------+--------+--------+",
                        "Total        1085       35     1120",
                        "            96.88     3.13   100.00")
                .get(0);
        assertThat(sas.text(0, 3)).isEqualTo("II");
        assertThat(sas.text(1, 1)).isEqualTo("Frequency");
        assertThat(sas.text(1, 3)).isEqualTo("4");
        assertThat(sas.text(3, 1)).isEqualTo("Row Pct");
        assertThat(sas.text(4, 0)).isEqualTo("Total");
        assertThat(sas.text(5, 1)).isEqualTo("Percent");
    }

    @Test
    void aNamedVectorIsReadNameByName() throws IOException {
        Grid levels = sample("r_table_named.txt").get(0);
        assertThat(levels.text(4, 0)).isEqualTo("Not known");
        assertThat(levels.text(4, 1)).isEqualTo("11");
        Grid quantiles = sample("r_quantile.txt").get(0);
        assertThat(quantiles.text(0, 5)).isEqualTo("maximum");
        assertThat(quantiles.text(1, 5)).isEqualTo("99");
    }

    @Test
    void theSummaryOfADataFrameIsStatisticsAndCounts() throws IOException {
        List<Grid> grids = sample("r_summary_data_frame.txt");
        assertThat(grids).hasSize(2);
        Grid statistics = grids.get(0);
        assertThat(statistics.text(7, 0)).isEqualTo("bmi");
        assertThat(statistics.text(7, 1)).isEqualTo("Min.");
        assertThat(statistics.text(7, 2)).isEqualTo("14.20");
        Grid levels = grids.get(1);
        assertThat(levels.text(7, 1)).isEqualTo("Not known");
        assertThat(levels.text(7, 2)).isEqualTo("11");
        assertThat(levels.address(7, 2)).isEqualTo("@6:26");
    }

    @Test
    void sentencesWithFiguresAreNoTable() {
        assertThat(in(
                        "In 2015 we saw 35 patients in 4 wards, and in 2016 we saw",
                        "38 patients in 5 wards. The mean age was 66 (SD 12) and 51",
                        "of them were women. See Table 3 for numbers by stage 1 to 4."))
                .isEmpty();
        assertThat(in(
                        "NOTE: There were 4027 observations read from the data set WORK.A.",
                        "NOTE: PROCEDURE FREQ used (Total process time):",
                        "      real time           0.01 seconds",
                        "      cpu time            0.02 seconds"))
                .isEmpty();
        assertThat(in("1. First we drew 20 records.", "2. Then we drew 30 records.", "3. Then 40."))
                .isEmpty();
        assertThat(in("data:  with(d, table(sex, stage))", "X-squared = 0.81832, df = 4, p-value = 0.936"))
                .isEmpty();
    }
}
