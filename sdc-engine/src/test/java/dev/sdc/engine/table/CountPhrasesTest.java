package dev.sdc.engine.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CountPhrasesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "three patients died | 3",
                "Only 4 of the 118 women had surgery. | 4 118",
                "Two of 14 patients relapsed | 2 14",
                "3 elderly female patients | 3",
                "3 very elderly stage IV colorectal cancer patients | 3",
                "A single patient was lost | 1",
                "Both women were excluded | 2",
                "Of 1,204 women registered, 1,201 had a valid date | 1204 1201",
                "Of 412 patients, 14 of whom were young, 3 received surgery | 412 14 3",
                "The cohort had 1,204 patients (women 1,200, men 4) | 1204 1200 4",
                "Deaths occurred in 3 of 220. | 3",
                "More common in men (88) than in women (3) | 3",
                "**3** patients, women = 4 | 3 4",
                "The number of relapses was 3. | 3",
                "In year 2019, 5 patients relapsed | 5",
                "Deaths occurred in 3/220 (1.4%) | 3",
                "1.4% (3/220) of patients relapsed | 3",
                "Of the 14 hospitals with 98 patients, 7 had them | 98 7",
                "of whom 3 died | 3",
                "7 were excluded because of missing data | 7",
                "twenty-one participants | 21",
                "(n=3) | 3",
                "N = 1,204 | 1204",
                "There were 5 deaths and 6 relapses | 5 6",
                "seven patients (two women) | 7 2",
                "Stage IV: 6 patients | 6",
                "12 patients and four controls; 8 men | 12 4 8",
                "4 (25%) of the participants | 4",
                "Deaths: 4. Controls: 3 | 4 3",
                "5 (2.1%) of the 240 women, 6 (12 %) died | 5 240 6",
                "In 2019, 5 cases were seen | 5",
                "5 cancer patients, 3 other adults | 5 3",
                "Drei Patienten wurden ausgeschlossen | 3",
                "davon 4 Frauen | 4",
                "2 von 15 Befragten | 2 15",
                "nur fünf Todesfälle | 5",
                "1.204 Patienten | 1204",
                "6 out of 240 patients | 6 240",
                "3 observations deleted due to missingness | 3",
                "Grade unknown: 6 | 6",
                "Not shown: excluded: 3; refused: 8 | 3 8",
                "Women without a recorded grade (7) are left out | 7",
                "Ohne Angabe: 5 | 5",
                "a trio of patients, the pair of women | 3 2",
                "half a dozen patients; two dozen women | 6 24",
                "one in ten of the 20 patients | 2 20",
                "two thirds of 12 women | 8 12",
                "Both of the women | 2",
                "only III patients, and in IX women | 3 9",
                "IV women died | 4",
                "n = three | 3",
                "\u00b3 patients died | 3",
                "\uff13\uff11 patients | 31",
                "\ud835\udfd1\ud835\udfcf patients | 31",
                "&sup3; women, &#x0663; men | 3 3",
                "three-women-died | 3",
                "3_women | 3",
                "https://x.example/3%20women | 3",
                "content: '\\33  women' | 3",
                "<p class=x>3 women | 3",
                "/* 3 women */ | 3",
                "subject={3 women} | 3",
                "https://x.example/?women_died=3 | 3",
                "women_died <- 3 | 3",
                "women-died: 3 | 3",
                "\\label{tab:womenDied3} | 3",
                "\\label{threeWomenDied} | 3",
                "\\newcommand{\\threeWomenDied}{} | 3",
                "womenWhoDied = 3; nWomenDied: 4 | 3 4",
                "\\char51 women died, \\char\"34\\ men died | 3 4",
                "\\symbol{51} women, \\char'64 men | 3 4",
            })
    void reads_counts(String text, String expected) {
        assertThat(numbers(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Of the patients' hospitals, 3 had no data.",
                "Patients had grade 3/4 toxicity since 3/2020, 24/7, and 1/2 of the dose.",
                "Adults aged 18, 40 and 65 were compared in 3 of 12 hospitals.",
                "Patients were followed for 3 of 5 years.",
                "We matched 3 controls to each of the cases.",
                "Patients were seen in clinics; 2 were closed.",
                "Patients with performance status 0 or 1 were eligible.",
                "Counts fewer than 5 patients were suppressed.",
                "cells of less than ten people are hidden",
                "at least 5 patients per cell",
                "a minimum of 5 cases",
                "stage 3 patients",
                "min_women_died = 3",
                "minWomenDied = 3; womenByStage3; womenDied; patientsPerSite = 3",
                "women_died_per_year = 3",
                "women_died = 3.5",
                "https://x.example/?women=yes&page=3",
                "grade 2 or 3 tumours",
                "patients aged 5 years",
                "Group 2 patients",
                "per 100 patients",
                "1 in 8 women",
                "5 mg per patient",
                "5-year survival of patients",
                "5 year survival",
                "participant 12",
                "Table 3 shows cases by stage",
                "Between 1 and 9 patients are masked",
                "1-7 patients",
                "1 to 9 cases",
                "5 or more patients",
                "10 patients or more",
                "<5 patients",
                "3.5 patients",
                "3 % of patients",
                "3.2% women",
                "in year 2019 tumours rose",
                "no one",
                "One row per patient",
                "Models 1 and 2 were fitted to cases",
                "COVID-19 cases",
                "p = 0.05",
                "n = 0.5",
                "ICD10 codes C50 to C54",
                "rounded to the nearest 5 patients",
                "groups of 5 patients",
                "two hospitals took part",
                "type 2 diabetes patients",
                "1/2 patients",
                "Values marked unknown: see appendix",
                "Adjusted for age in women (2)",
                "Missing: 4 % of all",
                "Unknown: 9 months of follow-up",
                "stage II and III patients",
                "Factor V patients, NYHA III patients",
                "III Patients and methods",
                "patients of grade II were older. III patients were not",
                "for a pair of individuals",
                "between a pair of patients",
                "a couple of years",
                "patients\u00b3, 12 kg/m\u00b2 patients",
                "\u00b9 Patients of the registry",
                "had_2_admissions",
                "table_3_patients.csv",
                "01_patients",
                "two-person households",
                "x > 3 women",
                "",
            })
    void leaves_other_numbers_alone(String text) {
        assertThat(CountPhrases.in(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Leeds had 88, York 4, all after surgery | 19",
                "Anna 7 | 5",
                "3 models in 2 regions on 4 March with 5 knots; grade 2 or 3 | ",
                "Follow-up was 9 months. See sections 3 and 4. | ",
                "3 of the 5 planned visits, 1 in 4, 2 to 3 | ",
                "Those with 3 or more comorbidities, after 4 amendments | ",
                "3 patients | ", // a count, and so explained
            })
    void says_where_small_numbers_are_not_explained(String text, String places) {
        assertThat(CountPhrases.told(text).others().stream()
                        .filter(other -> other.n() < 10)
                        .map(other -> String.valueOf(other.from()))
                        .toList())
                .isEqualTo(places == null ? List.of() : List.of(places.split(" ", -1)));
    }

    @Property(tries = 300)
    void never_fails_whatever_the_text(@ForAll String text) {
        for (CountPhrases.CountPhrase phrase : CountPhrases.in(text + " 3 patients " + text)) {
            assertThat(phrase.n()).isPositive();
        }
    }

    private static String numbers(String text) {
        List<String> numbers = CountPhrases.in(text).stream()
                .map(phrase -> Long.toString(phrase.n()))
                .toList();
        return String.join(" ", numbers);
    }
}
