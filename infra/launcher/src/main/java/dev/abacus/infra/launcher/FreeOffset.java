package dev.abacus.infra.launcher;

import java.util.Collection;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** How far a stack's ports can be moved so that it meets nobody. */
final class FreeOffset {

    private static final int STEP = 100;
    /** Linux hands out ports from here on to outgoing connections. */
    private static final int EPHEMERAL = 32_768;

    private FreeOffset() {}

    /**
     * The smallest one, in steps, by which every port is free.
     *
     * @param standard the ports before they are moved
     * @param taken those that somebody listens on, or may want to
     */
    static OptionalInt of(Collection<Integer> standard, Set<Integer> taken) {
        int highest = standard.stream().mapToInt(Integer::intValue).max().orElse(0);
        return IntStream.iterate(STEP, offset -> offset + highest < EPHEMERAL, offset -> offset + STEP)
                .filter(offset -> standard.stream().noneMatch(port -> taken.contains(port + offset)))
                .findFirst();
    }

    /** For one more stack beside this one, those of the tests and of the training, and whatever else runs. */
    static OptionalInt beside(Stack stack, Listeners listeners) {
        Set<Integer> standard = ports(new Stack(stack.root(), stack.home(), 0));
        Set<Integer> taken =
                listeners.all().stream().map(Listeners.Listener::port).collect(Collectors.toSet());
        IntStream.of(0, Stack.TEST_PORT_OFFSET, AotTraining.PORT_OFFSET)
                .forEach(offset -> standard.forEach(port -> taken.add(port + offset)));
        return of(standard, taken);
    }

    private static Set<Integer> ports(Stack stack) {
        return new Topology(stack, AotCache.inUse(stack.root()))
                .programs().stream()
                        .flatMap(program -> program.ports().stream())
                        .collect(Collectors.toSet());
    }
}
