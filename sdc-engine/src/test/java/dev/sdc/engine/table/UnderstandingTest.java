package dev.sdc.engine.table;

import static dev.sdc.engine.submission.ColumnRole.AT_RISK;
import static dev.sdc.engine.submission.ColumnRole.CI_LOWER;
import static dev.sdc.engine.submission.ColumnRole.CI_UPPER;
import static dev.sdc.engine.submission.ColumnRole.COUNT;
import static dev.sdc.engine.submission.ColumnRole.ESTIMATE;
import static dev.sdc.engine.submission.ColumnRole.EVENTS;
import static dev.sdc.engine.submission.ColumnRole.LABEL;
import static dev.sdc.engine.submission.ColumnRole.MAXIMUM;
import static dev.sdc.engine.submission.ColumnRole.MEAN;
import static dev.sdc.engine.submission.ColumnRole.MINIMUM;
import static dev.sdc.engine.submission.ColumnRole.PERCENTAGE;
import static dev.sdc.engine.submission.ColumnRole.PERCENTILE;
import static dev.sdc.engine.submission.ColumnRole.P_VALUE;
import static dev.sdc.engine.submission.ColumnRole.SD;
import static dev.sdc.engine.submission.ColumnRole.SE;
import static dev.sdc.engine.submission.ColumnRole.STATISTIC;
import static dev.sdc.engine.submission.ColumnRole.SURVIVAL;
import static dev.sdc.engine.submission.ColumnRole.TIME;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sdc.engine.submission.ColumnRole;
import dev.sdc.engine.submission.Declaration;
import dev.sdc.engine.submission.OutputType;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What is made of tables as people lay them out. */
final class UnderstandingTest {

    private static List<ColumnRole> roles(Table table) {
        return table.columns().stream().map(Column::role).toList();
    }

    private static List<String> counts(Table table) {
        List<String> counts = new ArrayList<>();
        table.forEachCount((row, column, n) -> counts.add(table.address(row, column) + "=" + n));
        return counts;
    }

    @Nested
    final class Layout {
        @Test
        void codesOfHospitalsAreNoLevelsOfPercentiles() {
            Table codes =
                    Sheets.table("provider,mean_cost,mean_bmi\nQ01,928.5,26.9\nQ02,918.6,27.5\nQ03,2847.6,26.9\n");
            assertThat(codes.holds(MEAN)).isTrue();
            assertThat(codes.holds(PERCENTILE)).isFalse();
            Table levels = Sheets.table("level,cost,bmi\nP01,12.5,17.9\nP02,18.6,18.5\nP03,28.6,18.9\n");
            assertThat(levels.holds(PERCENTILE)).isTrue();
        }

        @Test
        void columnsOfCodesAreNoLevelsOfPercentilesWhereFiguresFall() {
            Table codes = Sheets.table("group,Q01,Q02,other\nBrain,29,19,55\nBreast,172,..,289\nSkin,..,..,25\n");
            assertThat(codes.holds(PERCENTILE)).isFalse();
            assertThat(counts(codes)).contains("B2=29", "C2=19", "B3=172");
            Table levels = Sheets.table("group,Q01,Q02,other\nBrain,19,29,55\nBreast,172,172,289\nSkin,..,..,25\n");
            assertThat(levels.holds(PERCENTILE)).isTrue();
        }

        @Test
        void aLoneRowWithoutAHeaderBeginsWithACountUnlessItIsAYear() {
            assertThat(counts(Sheets.table("3,300\n"))).contains("A1=3", "B1=300");
            assertThat(counts(Sheets.table("2019,300\n"))).containsExactly("B1=300");
        }

        @Test
        void cumulatedSharesThatHappenToBeWholeAreNoCounts() {
            Table shares = Sheets.table(
                    "stage,Freq.,Percent,Cum.\nI,50,25.00,25.00\nII,100,50.00,75.00\nIII,50,25.00,100.00\n");
            assertThat(roles(shares)).containsExactly(LABEL, COUNT, PERCENTAGE, PERCENTAGE);
            Table counts = Sheets.table("stage,Freq.,Percent,Cum.\nI,50,25,50\nII,100,50,150\nIII,50,25,200\n");
            assertThat(roles(counts)).containsExactly(LABEL, COUNT, PERCENTAGE, COUNT);
        }

        @Test
        void rowsUnderTheBareWordStatisticAreWhatTheyAreCalled() {
            Table spss = Sheets.table(",Statistic,Std. Error\nMean,24.9,.31\nMinimum,12.4,\nMaximum,38.7,\n");
            assertThat(spss.holds(MINIMUM)).isTrue();
            assertThat(spss.holds(MAXIMUM)).isTrue();
            Table tests = Sheets.table(",t value,p\nMean,24.9,.31\nMinimum,12.4,.02\nMaximum,38.7,.01\n");
            assertThat(tests.holds(MINIMUM)).isFalse();
        }

        @Test
        void theDiagnosticsOfASavedSummaryAreStatistics() {
            Table t = Sheets.table("""
                    Omnibus:,2.417,Durbin-Watson:,1.963
                    Prob(Omnibus):,0.299,Jarque-Bera (JB):,2.11
                    Skew:,-0.087,Prob(JB):,0.348
                    Kurtosis:,3.2,Cond. No.,1310.0
                    """);
            assertThat(t.type()).isEqualTo(OutputType.OTHER_MODEL);
            assertThat(t.holds(STATISTIC)).isTrue();
        }

        @Test
        void aCrosstabHasOneLabelColumnAndItsTotals() {
            Table t = Sheets.table("Stage,Female,Male,All\nI,10,20,30\nII,5,6,11\nAll,15,26,41\n");
            assertThat(roles(t)).containsExactly(LABEL, COUNT, COUNT, COUNT);
            assertThat(t.columns()).extracting(Column::total).containsExactly(false, false, false, true);
            assertThat(t.isTotalRow(2)).isTrue();
            assertThat(t.isTotalRow(1)).isFalse();
            assertThat(t.rowLabel(1)).isEqualTo("II");
            assertThat(t.address(1, 2)).isEqualTo("C3");
        }

        @Test
        void yearsAboveACrosstabAreItsHeader() {
            Table t = Sheets.table("Stage,2017,2018,2019\nI,10,20,30\nII,5,6,11\n");
            assertThat(t.rowCount()).isEqualTo(2);
            assertThat(t.columns()).extracting(Column::leaf).containsExactly("Stage", "2017", "2018", "2019");
        }

        @Test
        void yearsOverGroupsAreTheOuterHeader() {
            for (String years : List.of("Stage,2019,,2020,", ",2019,,2020,", "Stage,2019,2019,2020,2020")) {
                Table t = Sheets.table(years + "\n,F,M,F,M\nI,42,37,20,31\nII,38,12,44,12\n");
                assertThat(t.rowCount()).isEqualTo(2);
                assertThat(t.columns().get(2).header()).containsExactly("2019", "M");
            }
        }

        @Test
        void countsAboveAHeaderAreATableOfTheirOwn() {
            List<Output> outputs =
                    Sheets.outputs("Patients,3,,512,\n,F,M,F,M\nI,42,37,20,31\nII,38,12,44,12\n", Declaration.NONE);
            assertThat(counts((Table) outputs.get(0))).contains("B1=3");
        }

        @Test
        void classNumbersAboveABlankCornerAreItsHeader() {
            Table t = Sheets.table(",0,1\n0,24,23\n1,26,13\n");
            assertThat(counts(t)).containsExactly("B2=24", "B3=26", "C2=23", "C3=13");
        }

        @Test
        void risingCountsInTheFirstLineAreDataWhereNoHeaderIs() {
            Table t = Sheets.table("North,3,40\nSouth,50,60\n");
            assertThat(counts(t)).contains("B1=3");
        }

        @Test
        void classesThatFollowOneAnotherAreItsHeader() {
            for (String classes : List.of("0,1-3,4+,Total", "0-1,2,3-4,Total", "1,2 to 3,4 or more,Total")) {
                String rows = "\nI,88,61,22,171\nII,402,177,88,667\n";
                assertThat(Sheets.table(",Nodes,,,\nGrade," + classes + rows).rowCount())
                        .as(classes)
                        .isEqualTo(2);
                assertThat(Sheets.table("Grade," + classes + rows).rowCount()).isEqualTo(2);
            }
            assertThat(Sheets.table("Grade,0-1,2,3-4\nI,61,22,83\nII,402,77,88\n")
                            .rowCount())
                    .isEqualTo(2);
        }

        @Test
        void marksAndCountsThatDoNotFollowOneAnotherAreData() {
            for (String cells : List.of("1-7,8", "12,1-3,4,19", "5,1-3,12,20")) {
                String wide = cells.split(",").length > 2 ? "61,22,71,154" : "22,71";
                assertThat(Sheets.table("North," + cells + "\nSouth," + wide + "\nEast," + wide + "\n")
                                .rowCount())
                        .as(cells)
                        .isEqualTo(3);
            }
        }

        @Test
        void classesThatBeginLaterAreItsHeaderWhereAllBelowIsLarger() {
            Table t = Sheets.table("Site,2,3,4,5\nLung,212,187,109,43\nColon,243,218,140,74\n");
            assertThat(t.rowCount()).isEqualTo(2);
            assertThat(Sheets.table("Lung,2,3,4,5\nColon,243,2,140,74\n").rowCount())
                    .as("a smaller number below: data")
                    .isEqualTo(2);
            assertThat(Sheets.table("Lung,2,3\nColon,243,20\n").rowCount())
                    .as("two numbers rise one by one by chance")
                    .isEqualTo(2);
        }

        @Test
        void intervalsInWordsHaveTwoEnds() {
            for (String to : List.of(" to ", " bis ", "–", "-")) {
                Table t = Sheets.table(
                        "Variable,HR,95% CI\nMale sex,1.07,0.97" + to + "1.18\nSmoker,1.31,1.20" + to + "1.43\n");
                assertThat(t.columns().get(2).holds()).as(to).containsExactlyInAnyOrder(CI_LOWER, CI_UPPER);
            }
        }

        @Test
        void aWholeIsATotalWhereLittleIsMissing() {
            assertThat(Sheets.table("Country,n\nUK,1826\nEngland,1421\nScotland,300\nWales,100\n")
                            .isTotalRow(0))
                    .isTrue();
            assertThat(Sheets.table("Country,n\nEngland,1421\nScotland,300\nWales,100\n")
                            .isTotalRow(0))
                    .as("larger than the others by much")
                    .isFalse();
            assertThat(Sheets.table("Kind,n\nAny complication,123\nInfection,70\nBleeding,48\n")
                            .isTotalRow(0))
                    .as("a patient may have several kinds")
                    .isFalse();
        }

        @Test
        void titlesAndFootnotesAreNoRows() {
            Table t = Sheets.table(
                    "Table 1. Patients, by stage\n\nStage,Patients\nI,10\nII,11\nSource: registry, 2019\n");
            assertThat(t.titles()).hasSize(2);
            assertThat(t.rowCount()).isEqualTo(2);
            assertThat(t.footnotes()).isNotEmpty();
        }

        @Test
        void tablesPartedByBlankRowsAreSeveral() {
            List<Output> outputs = Sheets.outputs(
                    "Table A\nStage,Patients\nI,10\nII,11\n\nTable B\nSex,Deaths\nF,12\nM,13\n", Declaration.NONE);
            assertThat(outputs).extracting(Output::range).containsExactly("A2:B4", "A7:B9");
        }

        @Test
        void blankRowsInsideATablePartNothing() {
            Table t = Sheets.table(",Total,A\n\nSex\nF,10,4\nM,12,5\n\nStage\nI,14,6\nII,8,3\n");
            assertThat(t.rowCount()).isEqualTo(4);
            assertThat(t.rowLabels(2)).containsExactly("Stage", "I");
        }

        @Test
        void tablesSideBySideAreSeveral() {
            List<Output> outputs = Sheets.outputs("Stage,n,,Sex,n\nI,10,,F,12\nII,11,,M,13\n", Declaration.NONE);
            assertThat(outputs).extracting(Output::range).containsExactly("A1:B3", "D1:E3");
        }

        @Test
        void headersOfTwoLevelsAreFilledFromTheLeft() {
            Table t = Sheets.table(",Female,,Male,\nStage,n,%,n,%\nI,10,62.5,20,76.9\nII,6,37.5,6,23.1\n");
            assertThat(t.columns().get(2).header()).containsExactly("Female", "%");
            assertThat(roles(t)).containsExactly(LABEL, COUNT, PERCENTAGE, COUNT, PERCENTAGE);
        }

        @Test
        void aRowThatNamesTheIndexIsPartOfTheHeader() {
            Table t = Sheets.table("gender,F,M,All\nregion,,,\nNorth,11,12,23\nSouth,13,14,27\n");
            assertThat(t.rowCount()).isEqualTo(2);
        }

        @Test
        void outerLabelsAreFilledFromAbove() {
            Table t = Sheets.table("region,sex,n\nNorth,F,11\n,M,12\nSouth,F,13\n,M,14\n");
            assertThat(t.rowLabels(3)).containsExactly("South", "M");
        }
    }

    @Nested
    final class Numbers {
        @Test
        void yearsAgesAndCodesAreNoCounts() {
            assertThat(counts(Sheets.table("Year,Patients\n2017,120\n2018,130\n2019,125\n")))
                    .hasSize(3);
            assertThat(counts(Sheets.table("Age (years),Number\n17,12\n18,30\n19,45\n")))
                    .hasSize(3);
            assertThat(counts(Sheets.table("stage,code,n\nearly,1,120\nlate,4,130\n")))
                    .hasSize(2);
        }

        @Test
        void modelColumnsAreNoCounts() {
            Table t = Sheets.table("term,estimate,std.error,statistic,p.value\na,2,1,2,0.04\nb,3,1,3,0.001\n");
            assertThat(roles(t)).containsExactly(LABEL, ESTIMATE, SE, STATISTIC, P_VALUE);
            assertThat(counts(t)).isEmpty();
        }

        @Test
        void singleLettersAreStatisticsOnlyBesideOthers() {
            assertThat(roles(Sheets.table("term,coef,se,t,p\na,2.1,1.2,2.2,0.04\n")))
                    .containsExactly(LABEL, ESTIMATE, SE, STATISTIC, P_VALUE);
            assertThat(roles(Sheets.table("stage,F,T,Z\nI,12,13,14\nII,5,6,7\n")))
                    .containsExactly(LABEL, COUNT, COUNT, COUNT);
        }

        @Test
        void bandsCalledLowAndHighAreCategories() {
            assertThat(roles(Sheets.table("sex,Low,Medium,High\nF,12,13,14\nM,5,6,7\n")))
                    .containsExactly(LABEL, COUNT, COUNT, COUNT);
        }

        @Test
        void describeTablesHaveTheirStatistics() {
            Table t =
                    Sheets.table(",count,mean,std,min,25%,50%,75%,max\nage,400.0,66.1,13.1,17.0,57.0,66.0,75.0,99.0\n");
            assertThat(roles(t))
                    .containsExactly(LABEL, COUNT, MEAN, SD, MINIMUM, PERCENTILE, PERCENTILE, PERCENTILE, MAXIMUM);
            assertThat(t.columns().get(5).level()).isEqualByComparingTo(new BigDecimal("0.25"));
        }

        @Test
        void describeTablesMayLieOnTheirSide() {
            Table t = Sheets.table(",age,bmi\ncount,400,390\nmean,66.1,27.0\nmin,17,9.9\nmax,99,43.0\n");
            assertThat(t.rowRole(1)).isEqualTo(MEAN);
            assertThat(t.rowRole(2)).isEqualTo(MINIMUM);
            assertThat(counts(t)).containsExactly("B2=400", "C2=390");
        }

        @Test
        void decimalsThatAddUpToAHundredAreShares() {
            Table t = Sheets.table("site,N,I,II,III\nLung,118,22.9,28.0,49.1\nSkin,286,22.7,23.1,54.2\n");
            assertThat(roles(t)).containsExactly(LABEL, COUNT, PERCENTAGE, PERCENTAGE, PERCENTAGE);
        }

        @Test
        void plainNumbersUnderAPercentSignInBracketsAreShares() {
            assertThat(roles(Sheets.table("Stage,Patients,Relapsed (%)\nI,412,12.4\nII,60,5.0\n")))
                    .containsExactly(LABEL, COUNT, PERCENTAGE);
            assertThat(roles(Sheets.table("Stage,Patients,Relapsed (%)\nI,412,12\nII,60,5\n")))
                    .containsExactly(LABEL, COUNT, PERCENTAGE);
        }

        @Test
        void countsUnderAPercentSignInBracketsStayCounts() {
            // the header names a count, the column beside exceeds a hundred, or the cells hold both
            assertThat(counts(Sheets.table("Stage,\"Patients, n (%)\"\nI,92\nII,4\n")))
                    .contains("B3=4");
            assertThat(counts(Sheets.table("Sex,Surgery (%),None (%)\nWomen,101,96\nMen,111,3\n")))
                    .contains("C3=3");
            assertThat(counts(Sheets.table("Sex,Surgery (%)\nWomen,44 (91.7)\nMen,4\n")))
                    .contains("B3=4");
        }

        @Test
        void survivalTablesCountEventsAndTheRiskSet() {
            assertThat(roles(Sheets.table("time,n.risk,n.event,surv\n0,118,0,1\n3,113,5,0.9576\n")))
                    .containsExactly(TIME, AT_RISK, EVENTS, SURVIVAL);
            assertThat(roles(Sheets.table("Status,Alive,Died\nF,118,12\nM,113,5\n")))
                    .containsExactly(LABEL, COUNT, COUNT);
        }

        @Test
        void aCorrelationMatrixHasNoCounts() {
            Table t = Sheets.table(",age,bmi\nage,1,0.021\nbmi,0.021,1\n");
            assertThat(t.type()).isEqualTo(OutputType.CORRELATION);
            assertThat(counts(t)).isEmpty();
        }

        @Test
        void identifiersAreNoCounts() {
            Table t = Sheets.table("nhs,dob,dead\n9990000018,1966-04-10,0\n9990000026,1952-10-13,1\n");
            assertThat(t.columns().get(0).role()).isEqualTo(LABEL);
            assertThat(t.columns().get(1).role()).isEqualTo(LABEL);
        }

        @Test
        void aTotalIsFoundByArithmeticWhereItHasNoName() {
            Table t = Sheets.table("site,a,b,c\nx,10,20,30\ny,11,12,23\nz,21,32,53\n");
            assertThat(t.columns().get(3).total()).isTrue();
            assertThat(t.isTotalRow(2)).isTrue();
        }

        @Test
        void aHeaderThatPromisesCountsOverDecimalsIsNoCount() {
            assertThat(roles(Sheets.table("site,n\nx,10.4\ny,11.7\n")).get(1)).isEqualTo(ColumnRole.WEIGHTED_COUNT);
        }
    }

    @Nested
    final class Declared {
        private Declaration columns(String name, ColumnRole role) {
            return Declaration.builder().columns(java.util.Map.of(name, role)).build();
        }

        @Test
        void theDeclarationComesFirst() {
            Table t = Sheets.table("site,events\nx,10\ny,11\n", columns("events", MEAN));
            assertThat(t.remarks()).isNotEmpty();
            Table plain = Sheets.table("site,value\nx,10.5\ny,11.5\n", columns("value", MEAN));
            assertThat(roles(plain)).containsExactly(LABEL, MEAN);
            assertThat(plain.remarks()).isEmpty();
        }

        @Test
        void ignoreExemptsNothing() {
            Table t = Sheets.table("site,patients\nx,3\ny,11\n", columns("patients", ColumnRole.IGNORE));
            assertThat(counts(t)).contains("B2=3");
            assertThat(t.remarks()).isNotEmpty();
        }
    }

    @Nested
    final class Cells {
        private CellValue cell(String header, String text) {
            return Sheets.table("site," + header + "\nx,\"" + text + "\"\ny,\"" + text + "\"\n")
                    .cell(0, 1);
        }

        @Test
        void composites() {
            assertThat(cell("n (%)", "45 (34.2%)"))
                    .isEqualTo(new CellValue.Composite(List.of(
                            new CellValue.Part(COUNT, null, new BigDecimal("45")),
                            new CellValue.Part(PERCENTAGE, null, new BigDecimal("34.2")))));
            assertThat(cell("Deaths", "12/340"))
                    .isEqualTo(new CellValue.Composite(List.of(
                            new CellValue.Part(COUNT, null, new BigDecimal("12")),
                            new CellValue.Part(COUNT, null, new BigDecimal("340")))));
            assertThat(cell("Mean (SD)", "66.9 (13.4)"))
                    .isEqualTo(new CellValue.Composite(List.of(
                            new CellValue.Part(MEAN, null, new BigDecimal("66.9")),
                            new CellValue.Part(SD, null, new BigDecimal("13.4")))));
            assertThat(cell("Median [IQR]", "5,464 [3,392, 9,215]"))
                    .isEqualTo(new CellValue.Composite(List.of(
                            new CellValue.Part(PERCENTILE, new BigDecimal("0.5"), new BigDecimal("5464")),
                            new CellValue.Part(PERCENTILE, new BigDecimal("0.25"), new BigDecimal("3392")),
                            new CellValue.Part(PERCENTILE, new BigDecimal("0.75"), new BigDecimal("9215")))));
            assertThat(cell("HR (95% CI)", "1.05 (0.97-1.13)"))
                    .isEqualTo(new CellValue.Composite(List.of(
                            new CellValue.Part(ESTIMATE, null, new BigDecimal("1.05")),
                            new CellValue.Part(CI_LOWER, null, new BigDecimal("0.97")),
                            new CellValue.Part(CI_UPPER, null, new BigDecimal("1.13")))));
        }

        @Test
        void thousandsAndLargeNumbers() {
            assertThat(cell("Patients", "1,204")).isEqualTo(new CellValue.Count(1204));
            assertThat(cell("Patients", "8692764 (50.1)")).isInstanceOf(CellValue.Composite.class);
        }

        @Test
        void marks() {
            assertThat(cell("Patients", "<10"))
                    .isEqualTo(new CellValue.Suppressed("<10", dev.sdc.engine.submission.Bounds.of(0, 9)));
            assertThat(cell("Patients", "1-7"))
                    .isEqualTo(new CellValue.Suppressed("1-7", dev.sdc.engine.submission.Bounds.of(1, 7)));
            for (String mark : List.of("*", "[c]", "..", "-", "NA", "redacted", "[REDACTED]", "suppressed")) {
                assertThat(cell("Patients", mark)).as(mark).isEqualTo(new CellValue.Suppressed(mark, null));
            }
        }

        @Test
        void aPValueThatIsTooSmallIsStillANumber() {
            assertThat(cell("p.value", "<0.001"))
                    .isEqualTo(new CellValue.Magnitude(new BigDecimal("0.001"), P_VALUE, null));
        }

        @Test
        void whatIsNotUnderstoodIsSaid() {
            Table t = Sheets.table("site,Patients\nx,10\ny,ca. ten\nz,12\n");
            assertThat(t.cell(1, 1)).isInstanceOf(CellValue.Unread.class);
            assertThat(t.remarks()).extracting(Output.Remark::where).containsExactly("B3");
        }
    }

    @Test
    void sizesInHeadersAreMentioned() {
        Table t = Sheets.table("Characteristic,Cases (n=176),Controls (N = 9)\nSex: F,65,4\nSex: M,111,5\n");
        assertThat(t.columns().get(1).headerN()).isEqualTo(176);
        assertThat(t.mentions()).extracting(Mention::n).containsExactly(176L, 9L);
        assertThat(t.mentions()).extracting(Mention::where).containsExactly("B1", "C1");
    }
}
