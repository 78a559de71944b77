package dev.abacus.trade.importing.application;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.abacus.kernel.importing.RowReader;
import dev.abacus.trade.api.events.SalesHistoryPosted;
import dev.abacus.trade.sales.SalesHistory.Day;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class SalesHistoryChunkTest {

    /** RocketMQ's {@code maxMessageSize} in infra/servers/rocketmq/broker.conf. */
    private static final int MESSAGE = 1 << 20;

    /** Headers travel as properties of the same message. */
    private static final int HEADERS = 32 << 10;

    /** 64 characters of three bytes each, and 40 digits and zeros: more is refused. */
    private static final String LONGEST_ROW =
            "2014-01-02," + "字".repeat(64) + ",9999999999999.999999" + "0".repeat(20) + ",1\n";

    private final ImportingSalesHistory importing = new ImportingSalesHistory(null, null);

    @Test
    void a_chunk_of_the_longest_rows_fits_into_a_message() {
        List<SalesHistoryPosted.Row> rows = days(LONGEST_ROW.repeat(importing.chunkSize())).stream()
                .map(day -> new SalesHistoryPosted.Row(day.date(), day.sku().code(), day.quantity(), day.promotion()))
                .toList();

        String event = JsonMapper.shared()
                .writeValueAsString(new SalesHistoryPosted(Long.toString(Long.MAX_VALUE), Integer.MAX_VALUE, rows));

        assertThat(rows).hasSize(importing.chunkSize());
        assertThat(event.getBytes(UTF_8)).hasSizeLessThan(MESSAGE - HEADERS);
    }

    private List<Day> days(String lines) {
        var file = new ByteArrayInputStream(("date,sku,quantity,promotion\n" + lines).getBytes(UTF_8));
        RowReader reader = new RowReader(file, importing.columns());
        List<Day> days = new ArrayList<>();
        while (reader.hasNext()) {
            days.add(importing.parse(reader.next()));
        }
        return days;
    }
}
