package dev.abacus.sql.release;

import dev.abacus.sql.split.Script;
import dev.abacus.sql.split.Splitter;
import dev.abacus.sql.split.Statement;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * @param after the scripts that must have run on a target before this one does
 * @param chunks whether its UPDATEs and DELETEs run in small transactions along the primary key
 */
public record ReleaseScript(Script script, Set<String> after, boolean chunks, Compensation compensation) {

    public ReleaseScript {
        after = Set.copyOf(after);
    }

    public String file() {
        return script.name();
    }

    public List<Statement> statements() {
        return Splitter.statements(script);
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
