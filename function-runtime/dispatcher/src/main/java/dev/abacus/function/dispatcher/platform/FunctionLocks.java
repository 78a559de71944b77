package dev.abacus.function.dispatcher.platform;

import dev.abacus.function.dispatcher.invocation.application.PlatformDesk.Asker;
import dev.abacus.function.wire.Question;
import dev.abacus.function.wire.Reply;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Locks as rows that are never removed: a token that is kept in memory would start again from the beginning, and fence nobody,
 * after that memory is lost. Times are the database's.
 */
@Component
class FunctionLocks {

    private static final int LONGEST_NAME = 250;

    private final JdbcClient jdbc;

    FunctionLocks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Transactional
    Reply lock(Asker asker, Question question) {
        String name = Names.of(asker, question.arguments().getFirst());
        if (name.length() > LONGEST_NAME) {
            return Reply.refused("the name of the lock is longer than " + LONGEST_NAME + " characters");
        }
        long leaseMicros = Long.parseLong(question.arguments().get(1)) * 1_000;
        jdbc.sql("INSERT IGNORE INTO held_lock (name, token, held_until) VALUES (?, 0, NOW(3))")
                .param(name)
                .update();
        int taken = jdbc.sql("UPDATE held_lock SET token = token + 1, held_until = NOW(3) + INTERVAL ? MICROSECOND "
                        + "WHERE name = ? AND held_until <= NOW(3)")
                .params(leaseMicros, name)
                .update();
        return taken == 0
                ? Reply.of()
                : Reply.of(jdbc.sql("SELECT token FROM held_lock WHERE name = ?")
                        .param(name)
                        .query(String.class)
                        .single());
    }

    /** Of a lock that another holds by now, nothing is changed. */
    Reply unlock(Asker asker, Question question) {
        jdbc.sql("UPDATE held_lock SET held_until = NOW(3) WHERE name = ? AND token = ?")
                .params(
                        Names.of(asker, question.arguments().getFirst()),
                        Long.parseLong(question.arguments().get(1)))
                .update();
        return Reply.of();
    }
}
