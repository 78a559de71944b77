package dev.abacus.sql.schema;

import dev.abacus.sql.split.Statement;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a target's ledger says of one file: who ran it, and how far it came. */
final class Ran {

    private static final String DONE = "DONE";
    private static final String FAILED = "FAILED";

    /** A line of the ledger. */
    private record Line(String checksum, String state) {}

    private final String lane;
    private final String file;
    private final Map<Integer, Line> lines = new TreeMap<>();
    private long epoch = Long.MAX_VALUE;

    /** @param lane null for the baseline */
    Ran(String lane, String file) {
        this.lane = lane;
        this.file = file;
    }

    void add(int statement, String checksum, String state, long writtenIn) {
        lines.put(statement, new Line(checksum, state));
        epoch = Math.min(epoch, writtenIn);
    }

    String file() {
        return file;
    }

    String lane() {
        return lane;
    }

    boolean byBaseline() {
        return lane == null;
    }

    /** As messages name whoever ran it. */
    String by() {
        return lane == null ? "baseline" : "lane " + lane;
    }

    /** Whose turn it was: the leases of a target are numbered. */
    long epoch() {
        return epoch;
    }

    /** Every statement of the migration, as it is written now, and no other. */
    boolean isAllOf(Migration migration) {
        List<Statement> statements = migration.statements();
        return file.equals(migration.file())
                && lines.size() == statements.size()
                && statements.stream().allMatch(this::isDone);
    }

    private boolean isDone(Statement statement) {
        Line line = lines.get(statement.number());
        return line != null && line.state.equals(DONE) && line.checksum.equals(statement.checksum());
    }

    /** Cut off or failed; the rest of it may run. */
    boolean isBeginningOf(Migration migration) {
        List<Statement> statements = migration.statements();
        return file.equals(migration.file())
                && lines.entrySet().stream()
                        .allMatch(line -> line.getKey() <= statements.size()
                                && (line.getValue().state.equals(FAILED)
                                        || line.getValue()
                                                .checksum
                                                .equals(statements
                                                        .get(line.getKey() - 1)
                                                        .checksum())));
    }

    boolean leftSomething() {
        return !lines.values().stream().allMatch(line -> line.state.equals(FAILED));
    }

    /** As far as can be told from here: nothing of it is open. */
    boolean isOver() {
        return lines.values().stream().allMatch(line -> line.state.equals(DONE));
    }
}
