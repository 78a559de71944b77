package dev.abacus.sql.release;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The scripts in an order that keeps every {@code after}, and else the order of the list. */
final class ScriptOrder {

    private final Map<String, ReleaseScript> scripts = new LinkedHashMap<>();
    private final Map<String, Integer> lines;
    private final List<String> problems;

    ScriptOrder(List<ReleaseScript> scripts, Map<String, Integer> lines, List<String> problems) {
        scripts.forEach(script -> this.scripts.put(script.file(), script));
        this.lines = lines;
        this.problems = problems;
    }

    List<ReleaseScript> order() {
        scripts.values().forEach(this::knowsItsPredecessors);
        List<ReleaseScript> ordered = new ArrayList<>();
        Set<String> placed = new HashSet<>();
        while (ordered.size() < scripts.size()) {
            ReleaseScript next = scripts.values().stream()
                    .filter(script -> !placed.contains(script.file()))
                    .filter(script -> script.after().stream()
                            .allMatch(before -> placed.contains(before) || !scripts.containsKey(before)))
                    .findFirst()
                    .orElse(null);
            if (next == null) {
                problems.add(cycle(placed));
                return ordered;
            }
            ordered.add(next);
            placed.add(next.file());
        }
        return ordered;
    }

    private void knowsItsPredecessors(ReleaseScript script) {
        script.after().stream()
                .filter(before -> !scripts.containsKey(before))
                .forEach(before -> problems.add("release.yaml:" + lines.get(script.file()) + ": " + script.file()
                        + " comes after " + before + ", which is not in the list"));
    }

    /** From any script that could not be placed, back along what it waits for, until one comes twice. */
    private String cycle(Set<String> placed) {
        List<String> path = new ArrayList<>();
        String at = scripts.keySet().stream()
                .filter(file -> !placed.contains(file))
                .findFirst()
                .orElseThrow();
        while (!path.contains(at)) {
            path.add(at);
            at = scripts.get(at).after().stream()
                    .filter(before -> scripts.containsKey(before) && !placed.contains(before))
                    .findFirst()
                    .orElseThrow();
        }
        List<String> cycle = new ArrayList<>(path.subList(path.indexOf(at), path.size()));
        cycle.add(at);
        return "release.yaml:" + lines.get(at) + ": scripts wait for each other: " + String.join(" after ", cycle)
                + " (without \"after\" a script comes after the one above it; \"after: []\" frees it)";
    }
}
