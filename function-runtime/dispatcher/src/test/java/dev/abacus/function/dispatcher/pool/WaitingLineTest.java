package dev.abacus.function.dispatcher.pool;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WaitingLineTest {

    private final WaitingLine line = new WaitingLine();

    private WaitingLine.Waiter join(String tenant) {
        return line.join(tenant, new ReentrantLock().newCondition());
    }

    private List<String> order(int count) {
        return IntStream.range(0, count).mapToObj(i -> line.next().tenant()).toList();
    }

    @Test
    void who_has_fewer_places_is_next_whoever_came_first() {
        line.took("loud");
        join("loud");
        join("loud");
        join("quiet");

        assertThat(order(3)).containsExactly("quiet", "loud", "loud");
        assertThat(line.length()).isZero();
    }

    @Test
    void those_who_have_as_many_take_turns() {
        List.of("a", "a", "a", "b", "b", "c").forEach(this::join);

        assertThat(order(6)).containsExactly("a", "b", "c", "a", "b", "a");
    }

    @Test
    void a_place_that_was_given_back_counts_no_more() {
        line.took("a");
        line.gave("a");
        join("a");
        line.took("b");
        join("b");

        assertThat(order(1)).containsExactly("a");
    }

    @Test
    void of_one_tenant_the_first_to_come_is_the_first_to_go() {
        var first = join("a");
        var second = join("a");

        assertThat(line.next()).isSameAs(first);
        assertThat(line.next()).isSameAs(second);
    }

    @Test
    void who_leaves_is_not_next_and_may_leave_again() {
        var impatient = join("a");
        var patient = join("a");
        line.leave(impatient);
        line.leave(impatient);

        assertThat(line.length()).isEqualTo(1);
        assertThat(line.next()).isSameAs(patient);
    }
}
