package dev.abacus.sql.drive;

import dev.abacus.sql.release.Release;
import dev.abacus.sql.review.Finding;
import dev.abacus.sql.review.Level;
import java.sql.SQLException;
import java.util.List;

/** Whether a release may run, by what its review found and who approved of it. */
public final class Admission {

    private Admission() {}

    /**
     * What needs approval has one, by somebody else, of this text.
     *
     * @return whether it was approved of; then tables may be copied too
     * @throws NotAllowed when the review refuses it, or nobody approved of what needs it
     */
    public static boolean of(Release release, List<Finding> findings, Control control) throws SQLException {
        List<Finding> errors = of(Level.ERROR, findings);
        if (!errors.isEmpty()) {
            throw new NotAllowed("the review refuses it:\n" + lines(errors));
        }
        boolean approved = control.approvals().approver(release).isPresent();
        List<Finding> open = of(Level.APPROVAL, findings);
        if (!approved && !open.isEmpty()) {
            throw new NotAllowed("somebody other than " + release.author() + " has to approve of:\n" + lines(open));
        }
        return approved;
    }

    private static List<Finding> of(Level level, List<Finding> findings) {
        return findings.stream().filter(finding -> finding.level() == level).toList();
    }

    private static String lines(List<Finding> findings) {
        return String.join("\n", findings.stream().map(Finding::toString).toList());
    }
}
