package dev.abacus.sql.run;

import dev.abacus.sql.release.Check;
import dev.abacus.sql.release.Compensation;
import dev.abacus.sql.release.Release;
import dev.abacus.sql.release.ReleaseScript;
import dev.abacus.sql.release.TargetKind;
import dev.abacus.sql.release.Wave;
import dev.abacus.sql.split.Script;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Releases as tests need them. */
public final class Releases {

    private final String name;
    private final TargetKind kind;
    private final List<ReleaseScript> scripts = new ArrayList<>();
    private final List<Wave> waves = new ArrayList<>();
    private final List<Check> checks = new ArrayList<>();
    private int tolerate;

    private Releases(String name, TargetKind kind) {
        this.name = name;
        this.kind = kind;
    }

    public static Releases shard(String name) {
        return new Releases(name, TargetKind.SHARD);
    }

    public static Releases tenant(String name) {
        return new Releases(name, TargetKind.TENANT);
    }

    /** After the one before. */
    public Releases script(String file, String sql) {
        return add(file, sql, false, new Compensation.None());
    }

    public Releases chunks(String file, String sql) {
        return add(file, sql, true, new Compensation.None());
    }

    public Releases images(String file, String sql) {
        return add(file, sql, false, new Compensation.BeforeImage());
    }

    public Releases chunkedImages(String file, String sql) {
        return add(file, sql, true, new Compensation.BeforeImage());
    }

    public Releases undoneByOthers(String file, String sql) {
        return add(file, sql, false, new Compensation.NotNeeded());
    }

    public Releases undone(String file, String sql, String undo) {
        return add(file, sql, false, new Compensation.Undo(new Script("undo/" + file, undo)));
    }

    public Releases free(String file, String sql) {
        scripts.add(new ReleaseScript(new Script(file, sql), Set.of(), false, new Compensation.None()));
        return this;
    }

    private Releases add(String file, String sql, boolean chunks, Compensation compensation) {
        Set<String> after =
                scripts.isEmpty() ? Set.of() : Set.of(scripts.getLast().file());
        scripts.add(new ReleaseScript(new Script(file, sql), after, chunks, compensation));
        return this;
    }

    public Releases canary(String... targets) {
        waves.add(new Wave("canary", List.of(targets), 0));
        return this;
    }

    public Releases check(String query, String expect) {
        checks.add(new Check("check", query, expect));
        return this;
    }

    public Releases tolerate(int failures) {
        tolerate = failures;
        return this;
    }

    public Release made() {
        List<Wave> all = new ArrayList<>(waves);
        all.add(Wave.rest());
        return new Release(name, "li", kind, scripts, all, checks, 4, tolerate);
    }
}
