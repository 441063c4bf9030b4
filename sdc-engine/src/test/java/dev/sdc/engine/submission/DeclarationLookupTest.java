package dev.sdc.engine.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class DeclarationLookupTest {
    @Test
    void aPlaceInJsonHoldsForAllBelowIt() {
        Submission submission = Submission.builder()
                .output(Declaration.builder()
                        .file("t.json")
                        .range("/groups")
                        .unit("tumour")
                        .build())
                .output(Declaration.builder()
                        .file("t.json")
                        .range("/groups/a~1b")
                        .unit("episode")
                        .build())
                .build();

        assertThat(submission.declarationFor("t.json", null, "/groups/women").unit())
                .isEqualTo("tumour");
        assertThat(submission.declarationFor("t.json", null, "/groups/a~1b/n").unit())
                .isEqualTo("episode");
        assertThat(submission.declarationFor("t.json", null, "/groupsize").unit())
                .isNull();
        assertThat(submission.declarationFor("t.json", null, "A1:B2").unit()).isNull();
    }

    @Test
    void theMoreParticularStatementWins() {
        Submission submission = Submission.builder()
                .defaults(Declaration.builder()
                        .unit("patient")
                        .weighted(false)
                        .columns(Map.of("n", ColumnRole.COUNT))
                        .build())
                .output(Declaration.builder().file("t.xlsx").unit("tumour").build())
                .output(Declaration.builder()
                        .file("t.xlsx")
                        .sheet("Table 1")
                        .columns(Map.of("p", ColumnRole.PERCENTAGE))
                        .build())
                .output(Declaration.builder()
                        .file("t.xlsx")
                        .sheet("Table 1")
                        .range("A1:C9")
                        .unit("episode")
                        .build())
                .output(Declaration.builder()
                        .file("t.xlsx")
                        .sheet("Table 1")
                        .range("A11:C19")
                        .weighted(true)
                        .build())
                .build();
        assertThat(submission.declarationFor("other.csv", null, null).unit()).isEqualTo("patient");
        assertThat(submission.declarationFor("t.xlsx", "Table 2", null).unit()).isEqualTo("tumour");
        Declaration sheet = submission.declarationFor("t.xlsx", "table 1", null);
        assertThat(sheet.unit()).isEqualTo("tumour");
        assertThat(sheet.columns()).containsOnlyKeys("n", "p");
        Declaration first = submission.declarationFor("t.xlsx", "Table 1", "A2:C9");
        assertThat(first.unit()).isEqualTo("episode");
        assertThat(first.weighted()).isFalse();
        Declaration second = submission.declarationFor("t.xlsx", "Table 1", "A9:C18");
        assertThat(second.unit()).isEqualTo("tumour");
        assertThat(second.weighted()).isTrue();
        assertThat(submission.declarationFor("t.xlsx", "Table 1", "A30:C40").weighted())
                .isFalse();
    }

    @Test
    void aPopulationIsOneStatement() {
        Declaration defaults = Declaration.builder()
                .population(new Population(null, "Adults", 505L, null, null, null))
                .build();
        Declaration entry = Declaration.builder()
                .population(new Population("P2", null, null, "P1", null, null))
                .build();
        // the size of the whole population is not that of a part
        assertThat(defaults.overlaidWith(entry).population())
                .isEqualTo(new Population("P2", null, null, "P1", null, null));
    }

    @Property
    void nothingDeclaredChangesNothing(@ForAll("declarations") Declaration declaration) {
        assertThat(declaration.overlaidWith(Declaration.NONE)).isEqualTo(declaration);
        assertThat(Declaration.NONE.overlaidWith(declaration)).isEqualTo(declaration);
        assertThat(declaration.overlaidWith(declaration)).isEqualTo(declaration);
    }

    @Property
    void layersMayBeLaidInAnyGrouping(
            @ForAll("declarations") Declaration a,
            @ForAll("declarations") Declaration b,
            @ForAll("declarations") Declaration c) {
        assertThat(a.overlaidWith(b).overlaidWith(c)).isEqualTo(a.overlaidWith(b.overlaidWith(c)));
    }

    @Property
    void theParticularEntryOfAMapWins(@ForAll("declarations") Declaration a, @ForAll("declarations") Declaration b) {
        Map<String, ColumnRole> expected = new LinkedHashMap<>(a.columns());
        expected.putAll(b.columns());
        assertThat(a.overlaidWith(b).columns()).isEqualTo(expected);
        assertThat(a.overlaidWith(b).evidence().cellCounts())
                .containsAllEntriesOf(b.evidence().cellCounts());
    }

    @Provide
    Arbitrary<Declaration> declarations() {
        Arbitrary<String> words = Arbitraries.of("a", "b", "c");
        Arbitrary<String> maybe = words.injectNull(0.4);
        Arbitrary<Map<String, ColumnRole>> columns = Arbitraries.maps(words, Arbitraries.of(ColumnRole.class));
        Arbitrary<Map<String, Long>> counts =
                Arbitraries.maps(words, Arbitraries.longs().between(0, 30));
        Arbitrary<List<Declaration.Hierarchy>> hierarchies = Arbitraries.maps(
                        words, words.list().ofSize(2))
                .map(map -> map.entrySet().stream()
                        .map(entry -> new Declaration.Hierarchy(entry.getKey(), entry.getValue()))
                        .toList());
        Arbitrary<Set<String>> sets = words.set();
        return Combinators.combine(maybe, maybe, columns, counts, hierarchies, sets)
                .as((unit, method, roles, cells, parents, sensitive) -> Declaration.builder()
                        .unit(unit)
                        .method(method)
                        .columns(roles)
                        .hierarchies(parents)
                        .sensitive(sensitive)
                        .valueRounding(method == null ? Map.of() : Map.of(method, BigDecimal.ONE))
                        .evidence(new DeclaredEvidence(
                                Map.of(), Map.of(), Map.of(), null, null, null, null, cells, Map.of(), Map.of(),
                                Map.of(), Map.of(), Map.of(), Map.of(), null))
                        .build());
    }
}
