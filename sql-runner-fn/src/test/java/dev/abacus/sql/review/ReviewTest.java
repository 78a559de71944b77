package dev.abacus.sql.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.abacus.sql.release.Compensation;
import dev.abacus.sql.release.Release;
import dev.abacus.sql.release.ReleaseScript;
import dev.abacus.sql.release.TargetKind;
import dev.abacus.sql.release.Wave;
import dev.abacus.sql.split.Script;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ReviewTest {

    static Stream<RuleCase> cases() throws IOException {
        return RuleCase.all().stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void a_rule_objects_to_what_it_is_about(RuleCase each) {
        List<Finding> ofRule = each.findings().stream()
                .filter(finding -> finding.rule().equals(each.rule()))
                .toList();

        if (each.hit()) {
            assertThat(ofRule).isNotEmpty();
        } else {
            assertThat(ofRule).isEmpty();
        }
    }

    @Test
    void every_rule_is_tried_both_ways() throws IOException {
        for (Rule rule : Rules.ALL) {
            List<RuleCase> ofRule = RuleCase.all().stream()
                    .filter(each -> each.rule().equals(rule.code()))
                    .toList();
            assertThat(ofRule).as(rule.code()).anyMatch(RuleCase::hit).anyMatch(each -> !each.hit());
        }
    }

    @Test
    void the_docs_list_every_rule_with_its_level() throws IOException {
        String docs = Files.readString(Path.of("../docs/sql-releases.md"));

        assertThat(Rules.ALL)
                .allSatisfy(rule -> assertThat(docs).contains("| `" + rule.code() + "` | " + rule.level() + " |"));
    }

    @Test
    void a_finding_tells_its_place() {
        Script script = new Script("010.sql", "UPDATE a SET b = 1 WHERE c = 2;\n\nDELETE FROM a;\n");

        assertThat(review(new ReleaseScript(script, Set.of(), false, new Compensation.BeforeImage())))
                .filteredOn(finding -> finding.level() == Level.ERROR)
                .singleElement()
                .hasToString(
                        "010.sql:3: ERROR no-where: it takes every row; say which ones, if only by \"WHERE id > 0\"\n"
                                + "        DELETE FROM a");
    }

    @Test
    void what_takes_a_release_back_is_reviewed_too() {
        Script script = new Script("010.sql", "UPDATE a SET b = 1 WHERE c = 2;");
        Script undo = new Script("undo/010.sql", "DELETE FROM a;");

        assertThat(review(new ReleaseScript(script, Set.of(), false, new Compensation.Undo(undo))))
                .extracting(Finding::place, Finding::rule)
                .contains(tuple("undo/010.sql:1", "no-where"));
    }

    private static List<Finding> review(ReleaseScript script) {
        return Review.of(
                new Release("r", "li", TargetKind.SHARD, List.of(script), List.of(Wave.rest()), List.of(), 1, 0),
                Tables.unknown());
    }
}
