package dev.abacus.infra.launcher;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Programs with what they need, always in an order in which each comes after its needs. */
final class Programs {

    private final List<Program> ordered;

    Programs(List<Program> programs) {
        Set<Program> ordered = new LinkedHashSet<>();
        programs.forEach(program -> add(program, programs, ordered, new ArrayList<>()));
        this.ordered = List.copyOf(ordered);
    }

    private static void add(Program program, List<Program> all, Set<Program> ordered, List<String> path) {
        if (path.contains(program.name())) {
            throw new IllegalArgumentException("Programs need one another in a circle: " + path);
        }
        path.add(program.name());
        for (String need : program.needs()) {
            add(find(need, all), all, ordered, path);
        }
        path.removeLast();
        ordered.add(program);
    }

    List<Program> inOrder() {
        return ordered;
    }

    Program find(String name) {
        return find(name, ordered);
    }

    /** The named ones and, before each, what it needs. */
    List<Program> withNeeds(Collection<String> names) {
        return new Programs(ordered.stream()
                        .filter(program -> isNeeded(program, names))
                        .toList())
                .inOrder();
    }

    private boolean isNeeded(Program program, Collection<String> names) {
        return names.stream().anyMatch(name -> name.equals(program.name()) || needs(find(name), program.name()));
    }

    private boolean needs(Program program, String other) {
        return program.needs().stream().anyMatch(need -> need.equals(other) || needs(find(need), other));
    }

    private static Program find(String name, List<Program> programs) {
        return programs.stream()
                .filter(program -> program.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new Problem("There is no program \"" + name + "\". There are: "
                        + String.join(", ", programs.stream().map(Program::name).toList())));
    }
}
