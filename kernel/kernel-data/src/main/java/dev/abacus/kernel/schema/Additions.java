package dev.abacus.kernel.schema;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.antlr.v4.runtime.tree.ParseTree;
import org.antlr.v4.runtime.tree.TerminalNode;
import org.apache.shardingsphere.sql.parser.autogen.MySQLStatementParser.AddColumnContext;
import org.apache.shardingsphere.sql.parser.autogen.MySQLStatementParser.AddTableConstraintContext;
import org.apache.shardingsphere.sql.parser.autogen.MySQLStatementParser.AlterCommandListContext;
import org.apache.shardingsphere.sql.parser.autogen.MySQLStatementParser.AlterCommandsModifierContext;
import org.apache.shardingsphere.sql.parser.autogen.MySQLStatementParser.AlterCommandsModifierListContext;
import org.apache.shardingsphere.sql.parser.autogen.MySQLStatementParser.AlterListContext;
import org.apache.shardingsphere.sql.parser.autogen.MySQLStatementParser.AlterTableContext;
import org.apache.shardingsphere.sql.parser.autogen.MySQLStatementParser.ChangeColumnContext;
import org.apache.shardingsphere.sql.parser.autogen.MySQLStatementParser.ColumnAttributeContext;
import org.apache.shardingsphere.sql.parser.autogen.MySQLStatementParser.ColumnDefinitionContext;
import org.apache.shardingsphere.sql.parser.autogen.MySQLStatementParser.ColumnNameContext;
import org.apache.shardingsphere.sql.parser.autogen.MySQLStatementParser.CreateIndexContext;
import org.apache.shardingsphere.sql.parser.autogen.MySQLStatementParser.CreateTableContext;
import org.apache.shardingsphere.sql.parser.autogen.MySQLStatementParser.CreateTableOptionsSpaceSeparatedContext;
import org.apache.shardingsphere.sql.parser.autogen.MySQLStatementParser.ExecuteContext;
import org.apache.shardingsphere.sql.parser.autogen.MySQLStatementParser.InsertContext;
import org.apache.shardingsphere.sql.parser.autogen.MySQLStatementParser.KeyListWithExpressionContext;
import org.apache.shardingsphere.sql.parser.autogen.MySQLStatementParser.ModifyColumnContext;
import org.apache.shardingsphere.sql.parser.autogen.MySQLStatementParser.ReferenceDefinitionContext;
import org.apache.shardingsphere.sql.parser.autogen.MySQLStatementParser.TableConstraintDefContext;
import org.apache.shardingsphere.sql.parser.autogen.MySQLStatementParser.TableNameContext;

/**
 * What a statement would do that the baseline could notice. A list of what is known to be additive, not of what is known
 * to do harm: whatever is not on it is refused.
 */
final class Additions {

    private final Tables tables;

    Additions(Tables tables) {
        this.tables = tables;
    }

    /** Why it is not additive, in the words of whoever wrote it; empty when it is. */
    Stream<String> objections(ExecuteContext statement) {
        if (Grammar.within(statement, TableNameContext.class).anyMatch(table -> table.owner() != null)) {
            return Stream.of("it names another schema; a migration stays in the shard that it is run on");
        }
        if (statement.createTable() != null) {
            return creating(statement.createTable());
        }
        if (statement.createIndex() != null) {
            return indexing(statement.createIndex());
        }
        if (statement.alterStatement() != null && statement.alterStatement().alterTable() != null) {
            return altering(statement.alterStatement().alterTable());
        }
        if (statement.insert() != null) {
            return inserting(statement.insert());
        }
        return Stream.of(NotAdditive.because(statement));
    }

    private Stream<String> creating(CreateTableContext create) {
        String name = Tables.nameOf(create.tableName());
        if (tables.find(create.tableName()) != null) {
            return Stream.of("there is a table " + name + " already");
        }
        if (tables.had(create.tableName())) {
            return Stream.of("there once was a table " + name + "; names are never used again");
        }
        if (create.TEMPORARY() != null || create.duplicateAsQueryExpression() != null) {
            return Stream.of("a table that copies rows holds what the baseline goes on changing");
        }
        if (create.createLikeClause() == null && create.createDefinitionClause() == null) {
            return Stream.of("it does not say what is in the table");
        }
        return references(create, name);
    }

    /** A foreign key to the baseline's rows keeps it from deleting them, wherever the key starts. */
    private Stream<String> references(ParseTree part, String of) {
        return Grammar.within(part, ReferenceDefinitionContext.class)
                .filter(reference -> !Tables.nameOf(reference.tableName()).equals(of))
                .filter(reference -> !isLanesOwn(tables.find(reference.tableName())))
                .map(reference -> "the baseline could no longer delete rows of " + Tables.nameOf(reference.tableName())
                        + " that a foreign key refers to");
    }

    private Stream<String> indexing(CreateIndexContext index) {
        Table table = tables.find(index.tableName());
        if (table == null) {
            return Stream.of(unknown(index.tableName()));
        }
        var kind = index.createIndexSpecification();
        if (kind != null && kind.UNIQUE() == null && !table.lanesOwn()) {
            return Stream.of("an index of this kind rebuilds the table that the baseline is using");
        }
        return kind == null ? Stream.empty() : unique(table, index, index.keyListWithExpression()).stream();
    }

    /** Rows that the baseline writes never collide where it leaves one of the columns NULL. */
    private Optional<String> unique(Table table, ParseTree statement, KeyListWithExpressionContext key) {
        Set<String> addedHere = Grammar.within(statement, AddColumnContext.class)
                .flatMap(add -> Grammar.within(add, ColumnDefinitionContext.class))
                .map(Column::of)
                .filter(column -> column.nullWhenLeftOut() && table.column(column.name()) == null)
                .map(Column::name)
                .collect(Collectors.toSet());
        boolean harmless = table.lanesOwn()
                || Grammar.within(key, ColumnNameContext.class)
                        .map(Grammar::name)
                        .anyMatch(column -> addedHere.contains(column) || table.nullForTheBaseline(column));
        return harmless
                ? Optional.empty()
                : Optional.of("a unique key on columns that the baseline writes refuses rows that it may write today");
    }

    private Stream<String> altering(AlterTableContext alter) {
        Table table = tables.find(alter.tableName());
        if (table == null) {
            return Stream.of(unknown(alter.tableName()));
        }
        if (alter.standaloneAlterTableAction() != null) {
            return Stream.of(unlisted(alter.standaloneAlterTableAction()));
        }
        if (alter.alterTableActions() == null) {
            return Stream.empty();
        }
        return Grammar.children(alter.alterTableActions())
                .flatMap(part -> part instanceof AlterCommandListContext list
                        ? Grammar.children(list).flatMap(action -> action(alter, table, action))
                        : Stream.of(unlisted(part)));
    }

    private Stream<String> action(AlterTableContext alter, Table table, ParseTree action) {
        return switch (action) {
            case TerminalNode comma -> Stream.empty();
            case AlterListContext list -> Grammar.children(list).flatMap(part -> action(alter, table, part));
            case AlterCommandsModifierListContext how ->
                Grammar.children(how).flatMap(part -> action(alter, table, part));
            case AlterCommandsModifierContext how when how.withValidation() == null -> Stream.empty();
            case CreateTableOptionsSpaceSeparatedContext options ->
                options.createTableOption().stream()
                        .filter(option -> option.COMMENT() == null)
                        .map(Additions::unlisted);
            case AddColumnContext add -> adding(alter, table, add);
            case AddTableConstraintContext add -> constraint(alter, table, add.tableConstraintDef());
            case ModifyColumnContext modify ->
                widening(table, Column.of(Grammar.name(modify.columnInternalRef), modify.fieldDefinition()));
            case ChangeColumnContext change -> {
                Column to = Column.of(change.columnDefinition());
                yield Grammar.name(change.columnInternalRef).equals(to.name())
                        ? widening(table, to)
                        : Stream.of(NotAdditive.renamed("column " + Grammar.name(change.columnInternalRef)));
            }
            default -> Stream.of(NotAdditive.because(action));
        };
    }

    private Stream<String> adding(AlterTableContext alter, Table table, AddColumnContext add) {
        Stream<String> columns =
                Grammar.within(add, ColumnDefinitionContext.class).flatMap(definition -> column(table, definition));
        Stream<String> constraints = Grammar.within(add, TableConstraintDefContext.class)
                .flatMap(constraint -> constraint(alter, table, constraint));
        return Stream.concat(columns, constraints);
    }

    private Stream<String> column(Table table, ColumnDefinitionContext definition) {
        Column column = Column.of(definition);
        if (table.column(column.name()) != null) {
            return Stream.of("there is a column " + column.name() + " already");
        }
        if (table.had(column.name())) {
            return Stream.of("there once was a column " + column.name() + "; names are never used again");
        }
        if (table.lanesOwn()) {
            return references(definition, "");
        }
        if (!column.mayBeLeftOut()) {
            return Stream.of("the baseline's INSERTs do not know column " + column.name()
                    + ": it must be nullable or have a default");
        }
        if (definition.referenceDefinition() != null) {
            return Stream.of("a foreign key ties rows that the baseline takes for free");
        }
        var field = definition.fieldDefinition();
        if (field.AS() != null || column.type().equals("SERIAL")) {
            return Stream.of("a column whose value is made by the database is not known to be additive");
        }
        return field.columnAttribute().stream()
                .filter(attribute -> !isPlain(attribute))
                .map(attribute -> "an added column with " + Grammar.written(attribute) + " is not known to be additive")
                .findFirst()
                .stream();
    }

    private static boolean isPlain(ColumnAttributeContext attribute) {
        boolean nullness = attribute.NULL() != null && attribute.SECONDARY() == null;
        boolean value = attribute.DEFAULT() != null && attribute.SERIAL() == null && attribute.ON() == null;
        return nullness || value || attribute.COMMENT() != null || attribute.collateClause() != null;
    }

    private Stream<String> constraint(AlterTableContext alter, Table table, TableConstraintDefContext constraint) {
        if (table.lanesOwn()) {
            return references(constraint, Tables.nameOf(alter.tableName()));
        }
        if (constraint.UNIQUE() != null) {
            return unique(table, alter, constraint.keyListWithExpression()).stream();
        }
        if (constraint.FOREIGN() != null) {
            return Stream.of("a foreign key on a table of the baseline refuses rows that it may write today");
        }
        boolean plainKey = constraint.keyOrIndex() != null
                && constraint.FULLTEXT() == null
                && constraint.SPATIAL() == null
                && constraint.PRIMARY() == null;
        return plainKey ? Stream.empty() : Stream.of(NotAdditive.because(constraint));
    }

    private Stream<String> widening(Table table, Column to) {
        Column from = table.column(to.name());
        if (from == null) {
            return Stream.of("no migration is known that makes column " + to.name());
        }
        return to.onlyWidens(from)
                ? Stream.empty()
                : Stream.of("column " + to.name() + " may only grow wider, in everything else it stays: " + from
                        + " to " + to);
    }

    private Stream<String> inserting(InsertContext insert) {
        if (!isLanesOwn(tables.find(insert.tableName()))) {
            return Stream.of("rows of " + Tables.nameOf(insert.tableName())
                    + " are the baseline's; a lane's migration may fill only tables that it makes");
        }
        return insert.insertSelectClause() == null
                ? Stream.empty()
                : Stream.of("it copies rows that the baseline goes on changing");
    }

    private static boolean isLanesOwn(Table table) {
        return table != null && table.lanesOwn();
    }

    private static String unknown(TableNameContext table) {
        return "no migration of this service makes table " + Tables.nameOf(table);
    }

    private static String unlisted(ParseTree part) {
        return part.getText() + " is not known to be additive";
    }
}
