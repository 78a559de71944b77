package dev.abacus.sql.release;

import dev.abacus.sql.split.Checksum;
import java.util.List;

/**
 * What runs on every target.
 *
 * @param scripts in an order that keeps every edge
 * @param parallel how many targets of one database server are worked on at a time
 * @param tolerate how many targets of a wave may fail before no further one is begun
 * @param retry how many times a target that failed is tried again by itself
 * @param notices who is told of its end
 */
public record Release(
        String name,
        String author,
        TargetKind target,
        List<ReleaseScript> scripts,
        List<Wave> waves,
        List<Check> checks,
        int parallel,
        int tolerate,
        int retry,
        Notices notices) {

    public Release {
        scripts = List.copyOf(scripts);
        waves = List.copyOf(waves);
        checks = List.copyOf(checks);
    }

    /** One that is tried once, and of whose end nobody is told. */
    public Release(
            String name,
            String author,
            TargetKind target,
            List<ReleaseScript> scripts,
            List<Wave> waves,
            List<Check> checks,
            int parallel,
            int tolerate) {
        this(name, author, target, scripts, waves, checks, parallel, tolerate, 0, Notices.NONE);
    }

    /** The same when the same would be done; how fast and how patiently, and who is told, does not count. */
    public String checksum() {
        StringBuilder text = new StringBuilder(target.name()).append('\n');
        scripts.forEach(script -> text.append(script.checksum()).append('\n'));
        waves.forEach(wave -> text.append(wave).append('\n'));
        checks.forEach(check -> text.append(check).append('\n'));
        return Checksum.of(text.toString());
    }

    public ReleaseScript script(String file) {
        return scripts.stream()
                .filter(script -> script.file().equals(file))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No script " + file + " in " + name));
    }
}
