package dev.abacus.kernel.schema;

import java.util.ArrayList;
import java.util.List;
import org.apache.shardingsphere.sql.parser.autogen.MySQLStatementParser.ExecuteContext;

/** Whether a lane's build only adds to the schema that the baseline uses. */
public final class AdditiveCheck {

    private final Tables tables = new Tables();
    private final List<String> unread = new ArrayList<>();
    private final List<Refusal> refusals = new ArrayList<>();

    private AdditiveCheck() {}

    /**
     * @param past what has run, in its order
     * @param pending what would run, in its order
     * @return what is wrong with the pending ones; empty when they only add
     */
    public static List<Refusal> refusals(List<Script> past, List<Script> pending) {
        var check = new AdditiveCheck();
        past.forEach(check::learn);
        pending.forEach(check::examine);
        return List.copyOf(check.refusals);
    }

    private void learn(Script script) {
        try {
            for (Statement statement : Splitter.statements(script)) {
                learn(statement);
            }
        } catch (Unreadable e) {
            unread.add(script.name() + ":" + e.line());
        }
    }

    private void learn(Statement statement) {
        try {
            tables.apply(Grammar.read(statement), false);
        } catch (Unreadable e) {
            unread.add(statement.script().name() + ":" + e.line());
        }
    }

    private void examine(Script script) {
        if (script.version() == null) {
            refusals.add(Refusal.of(script, "only scripts named V<version>__<description>.sql can be checked"));
            return;
        }
        try {
            Splitter.statements(script).forEach(this::examine);
        } catch (Unreadable e) {
            refusals.add(new Refusal(script.path(), e.line(), "", e.getMessage()));
        }
    }

    private void examine(Statement statement) {
        try {
            ExecuteContext tree = Grammar.read(statement);
            List<String> objections = new Additions(tables).objections(tree).toList();
            objections.forEach(objection -> refusals.add(statement.refused(objection)));
            if (objections.isEmpty() && !unread.isEmpty()) {
                refusals.add(statement.refused("whether it only adds cannot be told, as an earlier migration cannot be"
                        + " read: " + String.join(", ", unread)));
            }
            tables.apply(tree, true);
        } catch (Unreadable e) {
            refusals.add(new Refusal(statement.script().path(), e.line(), statement.beginning(), e.getMessage()));
        }
    }
}
