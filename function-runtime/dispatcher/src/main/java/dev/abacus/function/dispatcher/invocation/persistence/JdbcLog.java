package dev.abacus.function.dispatcher.invocation.persistence;

import dev.abacus.function.dispatcher.invocation.application.InvocationLog;
import dev.abacus.kernel.domain.Ids;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.annotation.PreDestroy;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Keeps lines for some days. A function that writes more than can be written loses lines, never its speed. */
@Component
class JdbcLog implements InvocationLog {

    private static final Logger LOG = LoggerFactory.getLogger(JdbcLog.class);
    private static final int HELD = 20_000;
    private static final int BATCH = 500;

    private final JdbcTemplate batches;
    private final Ids ids;
    private final Counter lost;
    private final BlockingQueue<Line> waiting = new ArrayBlockingQueue<>(HELD);

    JdbcLog(JdbcTemplate batches, Ids ids, MeterRegistry meters) {
        this.batches = batches;
        this.ids = ids;
        this.lost = Counter.builder("function.log.lost")
                .description("lines of functions that came faster than they could be kept")
                .register(meters);
    }

    @Override
    public void write(Line line) {
        if (!waiting.offer(line)) {
            lost.increment();
        }
    }

    @Scheduled(fixedDelay = 200)
    void flush() {
        List<Line> lines = new ArrayList<>(BATCH);
        while (waiting.drainTo(lines, BATCH) > 0) {
            try {
                batches.batchUpdate(
                        "INSERT INTO log_line (id, function, invocation, at, level, text) VALUES (?, ?, ?, ?, ?, ?)",
                        lines.stream().map(this::row).toList());
            } catch (DataAccessException e) {
                lost.increment(lines.size());
                LOG.warn("{} lines of functions are lost: {}", lines.size(), e.toString());
            }
            lines.clear();
        }
    }

    private Object[] row(Line line) {
        return new Object[] {
            ids.next(), line.function(), line.invocation(), Columns.time(line.at()), line.level(), line.text()
        };
    }

    @PreDestroy
    void close() {
        flush();
    }
}
