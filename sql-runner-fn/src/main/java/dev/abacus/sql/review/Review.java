package dev.abacus.sql.review;

import com.alibaba.druid.DbType;
import com.alibaba.druid.sql.SQLUtils;
import com.alibaba.druid.sql.ast.SQLStatement;
import com.alibaba.druid.sql.ast.statement.SQLCreateTableStatement;
import com.alibaba.druid.sql.parser.ParserException;
import dev.abacus.sql.release.Compensation;
import dev.abacus.sql.release.Release;
import dev.abacus.sql.release.ReleaseScript;
import dev.abacus.sql.release.TargetKind;
import dev.abacus.sql.split.Comments;
import dev.abacus.sql.split.Splitter;
import dev.abacus.sql.split.Statement;
import dev.abacus.sql.split.Words;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Every rule over every statement of a release, also of those that would take it back. */
public final class Review {

    /** Stands for the tenant while a script is read; no tenant has it. */
    public static final String SOME_TENANT = "7766554433221100";

    private final Release release;
    private final Tables tables;
    private final List<Rule> rules;
    private final Set<String> made = new HashSet<>();
    private final List<Finding> findings = new ArrayList<>();

    private Review(Release release, Tables tables, List<Rule> rules) {
        this.release = release;
        this.tables = tables;
        this.rules = rules;
    }

    public static List<Finding> of(Release release, Tables tables) {
        return of(release, tables, Rules.ALL);
    }

    static List<Finding> of(Release release, Tables tables, List<Rule> rules) {
        Review review = new Review(release, tables, rules);
        release.scripts().forEach(script -> review.examine(script, script.statements()));
        for (ReleaseScript script : release.scripts()) {
            if (script.compensation() instanceof Compensation.Undo undo) {
                review.examine(script, Splitter.statements(undo.script()));
            }
        }
        return List.copyOf(review.findings);
    }

    private void examine(ReleaseScript script, List<Statement> statements) {
        for (Statement statement : statements) {
            Reviewed reviewed = read(script, statement);
            for (Rule rule : rules) {
                rule.objections(reviewed)
                        .distinct()
                        .map(reason -> new Finding(
                                rule.level(), rule.code(), statement.place(), statement.beginning(), reason))
                        .forEach(findings::add);
            }
            reviewed.as(SQLCreateTableStatement.class)
                    .map(create -> Names.plain(create.getTableName()))
                    .forEach(made::add);
        }
    }

    private Reviewed read(ReleaseScript script, Statement statement) {
        Stream<String> texts = Comments.areConditional(statement)
                ? Stream.of(Comments.opened(statement), Comments.dropped(statement))
                : Stream.of(Comments.dropped(statement));
        List<List<SQLStatement>> readings = new ArrayList<>();
        try {
            texts.filter(text -> !text.isEmpty()).forEach(text -> readings.add(parse(text)));
        } catch (RuntimeException e) { // this parser throws whatever comes to it

            readings.clear();
        }
        return new Reviewed(
                release.target(), script, statement, Words.of(statement), readings, tables, Set.copyOf(made));
    }

    private static List<SQLStatement> parse(String text) {
        String filledIn = text.replace(TargetKind.TENANT_PLACEHOLDER, SOME_TENANT);
        List<SQLStatement> statements = SQLUtils.parseStatements(filledIn, DbType.mariadb);
        if (statements.isEmpty()) {
            throw new ParserException("nothing was read");
        }
        return statements;
    }
}
