package dev.abacus.sql.release;

import dev.abacus.sql.split.Script;
import dev.abacus.sql.split.Splitter;
import dev.abacus.sql.split.Statement;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** A script of a release, and how it is run. Split once, however many targets it runs on. */
public final class ReleaseScript {

    private final Script script;
    private final Set<String> after;
    private final boolean chunks;
    private final Compensation compensation;
    private volatile List<Statement> statements;

    /**
     * @param after the scripts that must have run on a target before this one does
     * @param chunks whether its UPDATEs and DELETEs run in small transactions along the primary key
     */
    public ReleaseScript(Script script, Set<String> after, boolean chunks, Compensation compensation) {
        this.script = script;
        this.after = Set.copyOf(after);
        this.chunks = chunks;
        this.compensation = compensation;
    }

    public Script script() {
        return script;
    }

    public Set<String> after() {
        return after;
    }

    public boolean chunks() {
        return chunks;
    }

    public Compensation compensation() {
        return compensation;
    }

    public String file() {
        return script.name();
    }

    /** @throws dev.abacus.sql.split.Unsplittable when it is none that a client would take */
    public List<Statement> statements() {
        List<Statement> known = statements;
        if (known == null) {
            known = List.copyOf(Splitter.statements(script));
            statements = known;
        }
        return known;
    }

    public String checksum() {
        return String.join(
                " ",
                file(),
                script.checksum(),
                new TreeSet<>(after).toString(),
                Boolean.toString(chunks),
                compensation.checksum());
    }
}
