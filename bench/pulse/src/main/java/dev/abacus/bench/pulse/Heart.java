package dev.abacus.bench.pulse;

import dev.abacus.bench.programs.Words;
import dev.abacus.kernel.inbox.Consumes;
import dev.abacus.kernel.tenancy.TenantContext;
import dev.abacus.lane.LaneContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps each beat in the database and says when. */
@Component
class Heart {

    private final JdbcClient jdbc;

    Heart(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Consumes(consumer = "pulse.heart")
    void on(Beat beat) {
        jdbc.sql("INSERT INTO pulse_beat (tenant_id, id) VALUES (?, ?)")
                .params(TenantContext.require().value(), beat.number())
                .update();
        String lane = LaneContext.current().map(Object::toString).orElse("baseline");
        Words.say("beat " + beat.number() + " " + System.currentTimeMillis() + " " + lane);
    }
}
