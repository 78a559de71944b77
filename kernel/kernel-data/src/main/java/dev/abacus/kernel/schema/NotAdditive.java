package dev.abacus.kernel.schema;

import org.antlr.v4.runtime.tree.ParseTree;
import org.apache.shardingsphere.sql.parser.autogen.MySQLStatementParser.AlterColumnContext;
import org.apache.shardingsphere.sql.parser.autogen.MySQLStatementParser.AlterConvertContext;
import org.apache.shardingsphere.sql.parser.autogen.MySQLStatementParser.AlterRenameTableContext;
import org.apache.shardingsphere.sql.parser.autogen.MySQLStatementParser.AlterTableDropContext;
import org.apache.shardingsphere.sql.parser.autogen.MySQLStatementParser.ExecuteContext;
import org.apache.shardingsphere.sql.parser.autogen.MySQLStatementParser.RenameColumnContext;
import org.apache.shardingsphere.sql.parser.autogen.MySQLStatementParser.TableConstraintDefContext;

/** What is wrong with the statements that people do write; everything else is merely not known to be additive. */
final class NotAdditive {

    private NotAdditive() {}

    static String because(ExecuteContext statement) {
        if (statement.dropTable() != null) {
            return dropped("table");
        }
        if (statement.dropIndex() != null) {
            return withoutKey();
        }
        if (statement.renameTable() != null) {
            return renamed("table");
        }
        if (statement.truncateTable() != null || statement.delete() != null) {
            return "it deletes rows that the baseline's tenants have";
        }
        if (statement.update() != null || statement.replace() != null) {
            return "it changes rows that the baseline's tenants have";
        }
        return Grammar.written(statement).replaceAll("\\s.*", "") + " … is not known to be additive";
    }

    static String because(ParseTree part) {
        return switch (part) {
            case AlterTableDropContext drop
            when drop.columnInternalRef != null -> dropped("column " + Grammar.name(drop.columnInternalRef));
            case AlterTableDropContext drop -> withoutKey();
            case RenameColumnContext rename ->
                renamed("column " + Grammar.name(rename.oldColumn().columnName()));
            case AlterRenameTableContext rename -> renamed("table");
            case AlterColumnContext column -> "a changed default changes what the baseline's own INSERTs write";
            case AlterConvertContext convert -> "the baseline compares and sorts by the character set that there is";
            case TableConstraintDefContext constraint
            when constraint.checkConstraint() != null ->
                "a check on a table of the baseline refuses rows that it may write today";
            case TableConstraintDefContext constraint
            when constraint.PRIMARY() != null -> "the primary key of a table of the baseline stays";
            default -> part.getText() + " is not known to be additive";
        };
    }

    static String renamed(String what) {
        return "the baseline knows the " + what + " by the name it has";
    }

    private static String dropped(String what) {
        return "the baseline still uses the " + what + "; schemas only grow";
    }

    private static String withoutKey() {
        return "the baseline still relies on the key; schemas only grow";
    }
}
