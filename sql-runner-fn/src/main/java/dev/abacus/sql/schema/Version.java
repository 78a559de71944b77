package dev.abacus.sql.schema;

import java.util.ArrayList;
import java.util.List;

/** A migration's number, {@code 1.2} in {@code V1.2__name.sql} and in {@code V1_2__name.sql}. */
public record Version(List<Long> parts) implements Comparable<Version> {

    public Version {
        int end = parts.size();
        while (end > 1 && parts.get(end - 1) == 0) {
            end--;
        }
        parts = List.copyOf(parts.subList(0, end));
    }

    /** @param text digits, with dots or underscores between */
    public static Version parse(String text) {
        List<Long> parts = new ArrayList<>();
        for (String part : text.split("[._]+")) {
            parts.add(Long.parseLong(part));
        }
        return new Version(parts);
    }

    @Override
    public int compareTo(Version other) {
        for (int i = 0; i < Math.max(parts.size(), other.parts.size()); i++) {
            int order = Long.compare(part(i), other.part(i));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    private long part(int i) {
        return i < parts.size() ? parts.get(i) : 0;
    }

    @Override
    public String toString() {
        return String.join(".", parts.stream().map(Object::toString).toList());
    }
}
