package dev.abacus.sql.review.rules;

import dev.abacus.sql.review.Level;
import dev.abacus.sql.review.Reviewed;
import dev.abacus.sql.review.Rule;
import java.util.Set;
import java.util.stream.Stream;

/** Who may do what is not a matter of releases. */
public final class Privileges implements Rule {

    @Override
    public String code() {
        return "privileges";
    }

    @Override
    public Level level() {
        return Level.ERROR;
    }

    @Override
    public Stream<String> objections(Reviewed statement) {
        String first = statement.words().at(0);
        String second = statement.words().at(1);
        boolean account = Set.of("CREATE", "ALTER", "DROP", "RENAME", "SET").contains(first)
                && Set.of("USER", "ROLE", "PASSWORD", "SERVER").contains(second);
        return account || ADMINISTRATIVE.contains(first)
                ? Stream.of("accounts and the server are not a release's")
                : Stream.empty();
    }

    private static final Set<String> ADMINISTRATIVE = Set.of(
            "GRANT",
            "REVOKE",
            "FLUSH",
            "RESET",
            "KILL",
            "INSTALL",
            "UNINSTALL",
            "PURGE",
            "CHANGE",
            "SHUTDOWN",
            "BINLOG");
}
