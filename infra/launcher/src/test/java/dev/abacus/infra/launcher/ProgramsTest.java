package dev.abacus.infra.launcher;

import static dev.abacus.infra.launcher.ProgramMother.program;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class ProgramsTest {

    private static final Program DATABASE = program("database");
    private static final Program COORDINATOR = program("coordinator").needs("database");
    private static final Program SHOP = program("shop").needs("coordinator", "cache");
    private static final Program CACHE = program("cache");

    @Test
    void each_program_comes_after_what_it_needs() {
        Programs programs = new Programs(List.of(SHOP, COORDINATOR, CACHE, DATABASE));

        assertThat(programs.inOrder()).containsExactly(DATABASE, COORDINATOR, CACHE, SHOP);
    }

    @Test
    void independent_programs_keep_their_order() {
        assertThat(new Programs(List.of(CACHE, DATABASE)).inOrder()).containsExactly(CACHE, DATABASE);
    }

    @Test
    void a_named_program_brings_what_it_needs_and_nothing_else() {
        Programs programs = new Programs(List.of(DATABASE, CACHE, COORDINATOR, SHOP));

        assertThat(programs.withNeeds(List.of("coordinator"))).containsExactly(DATABASE, COORDINATOR);
    }

    @Test
    void programs_that_need_one_another_in_a_circle_are_refused() {
        List<Program> circle =
                List.of(program("hen").needs("egg"), program("egg").needs("hen"));

        assertThatThrownBy(() -> new Programs(circle)).hasMessageContaining("circle");
    }

    @Test
    void an_unknown_name_is_answered_with_the_known_ones() {
        Programs programs = new Programs(List.of(DATABASE, CACHE));

        assertThatThrownBy(() -> programs.find("databse"))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("database, cache");
    }
}
