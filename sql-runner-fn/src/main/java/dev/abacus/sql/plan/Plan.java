package dev.abacus.sql.plan;

import dev.abacus.sql.drive.Rollout;
import dev.abacus.sql.release.Release;
import dev.abacus.sql.review.Finding;
import dev.abacus.sql.review.Level;
import dev.abacus.sql.review.Review;
import dev.abacus.sql.review.Tables;
import dev.abacus.sql.run.Target;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A release, looked at from where it would run.
 *
 * @param waves the names of the targets of each wave that has any
 * @param estimates on the targets that were looked at
 */
public record Plan(Release release, List<List<String>> waves, List<Finding> findings, List<Estimate> estimates) {

    /**
     * Looks at one target of each wave; the others are taken to be alike. Nothing is run: a statement is only explained,
     * and that in a transaction which is taken back.
     */
    public static Plan of(Release release, List<Target> targets) throws SQLException {
        Rollout rollout = Rollout.of(release, targets.stream().map(Target::name).toList());
        List<List<String>> waves = new ArrayList<>();
        Set<Finding> findings = new LinkedHashSet<>();
        List<Estimate> estimates = new ArrayList<>();
        for (int wave = 0; wave < release.waves().size(); wave++) {
            int number = wave;
            List<Target> in = targets.stream()
                    .filter(target -> rollout.wave(target.name()) == number)
                    .toList();
            if (!in.isEmpty()) {
                waves.add(in.stream().map(Target::name).toList());
                look(release, in.getFirst(), findings, estimates);
            }
        }
        if (targets.isEmpty()) {
            findings.addAll(Review.of(release, Tables.unknown()));
        }
        return new Plan(release, waves, List.copyOf(findings), estimates);
    }

    private static void look(Release release, Target target, Set<Finding> findings, List<Estimate> estimates)
            throws SQLException {
        try (Connection connection = target.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("START TRANSACTION");
            Tables tables = TargetFacts.of(connection, target);
            findings.addAll(Review.of(release, tables));
            estimates.addAll(new Estimates(connection, target, tables).of(release));
            statement.execute("ROLLBACK");
        }
    }

    public List<Finding> of(Level level) {
        return findings.stream().filter(finding -> finding.level() == level).toList();
    }
}
