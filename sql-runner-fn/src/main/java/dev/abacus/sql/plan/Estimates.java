package dev.abacus.sql.plan;

import com.alibaba.druid.DbType;
import com.alibaba.druid.sql.SQLUtils;
import com.alibaba.druid.sql.ast.statement.SQLAlterTableStatement;
import dev.abacus.sql.release.Release;
import dev.abacus.sql.release.ReleaseScript;
import dev.abacus.sql.review.Names;
import dev.abacus.sql.review.Tables;
import dev.abacus.sql.review.rules.AlterAlgorithm;
import dev.abacus.sql.run.Target;
import dev.abacus.sql.split.Comments;
import dev.abacus.sql.split.Statement;
import dev.abacus.sql.split.StatementKind;
import dev.abacus.sql.split.Words;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** What each statement of a release would do on one target, by the optimizer and by the dictionary. */
final class Estimates {

    private final Connection connection;
    private final Target target;
    private final Tables tables;

    Estimates(Connection connection, Target target, Tables tables) {
        this.connection = connection;
        this.target = target;
        this.tables = tables;
    }

    List<Estimate> of(Release release) throws SQLException {
        List<Estimate> estimates = new ArrayList<>();
        for (ReleaseScript script : release.scripts()) {
            for (Statement statement : script.statements()) {
                estimates.add(of(statement));
            }
        }
        return estimates;
    }

    private Estimate of(Statement statement) throws SQLException {
        Words words = Words.of(statement);
        return switch (StatementKind.of(words)) {
            case STRUCTURE -> structure(statement, words);
            case ROWS -> new Estimate(target.name(), statement.place(), words.at(0), explained(statement));
            default -> new Estimate(target.name(), statement.place(), words.at(0), -1);
        };
    }

    private Estimate structure(Statement statement, Words words) {
        if (!words.beginWith("ALTER", "TABLE")) {
            return new Estimate(target.name(), statement.place(), words.at(0) + " " + words.at(1), -1);
        }
        try {
            SQLAlterTableStatement alter =
                    (SQLAlterTableStatement) SQLUtils.parseSingleStatement(Comments.dropped(statement), DbType.mariadb);
            AlterAlgorithm algorithm = AlterAlgorithm.of(alter, tables);
            long rows = algorithm == AlterAlgorithm.INSTANT
                    ? -1
                    : tables.find(Names.plain(alter.getTableName()))
                            .map(Tables.Table::rows)
                            .orElse(-1L);
            return new Estimate(target.name(), statement.place(), "ALTER TABLE " + algorithm, rows);
        } catch (RuntimeException unreadable) { // this parser throws whatever comes to it
            return new Estimate(target.name(), statement.place(), "ALTER TABLE, nobody knows how", -1);
        }
    }

    /** A table that the release itself makes is not there yet; then the optimizer has no answer. */
    private long explained(Statement statement) throws SQLException {
        try (var explain = connection.createStatement()) {
            explain.setEscapeProcessing(false);
            long rows = 1;
            boolean told = false;
            try (ResultSet row = explain.executeQuery("EXPLAIN " + target.fill(statement.text()))) {
                while (row.next()) {
                    told |= row.getString("rows") != null;
                    rows *= Math.max(1, row.getLong("rows"));
                }
            }
            return told ? rows : -1;
        } catch (SQLException e) {
            if (connection.isValid(1)) {
                return -1;
            }
            throw e;
        }
    }
}
