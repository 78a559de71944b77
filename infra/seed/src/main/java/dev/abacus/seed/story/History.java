package dev.abacus.seed.story;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a file of past sales says in sum: what the ledger must say once it is in. Its columns are a date, a SKU, a
 * quantity and whether it was on offer, in this order, under any heading.
 *
 * @param totals by SKU, of the days on which something was sold
 * @param last the file's last row in which something was sold
 */
record History(Path file, long rows, Map<String, Total> totals, Row last) {

    /** @param days on which something was sold */
    record Total(long days, BigDecimal pieces) {
        Total plus(BigDecimal more) {
            return new Total(days + 1, pieces.add(more));
        }
    }

    record Row(LocalDate date, String sku, BigDecimal quantity) {
        static Row of(String line) {
            String[] cells = line.split(",");
            return new Row(LocalDate.parse(cells[0]), cells[1], new BigDecimal(cells[2].strip()));
        }
    }

    static History of(Path file) {
        Map<String, Total> totals = new LinkedHashMap<>();
        Row last = null;
        long rows = 0;
        try (Stream<String> lines = Files.lines(file)) {
            for (Iterator<String> rest = lines.skip(1).iterator(); rest.hasNext(); rows++) {
                Row row = Row.of(rest.next());
                Total before = totals.computeIfAbsent(row.sku(), sku -> new Total(0, BigDecimal.ZERO));
                if (row.quantity().signum() > 0) {
                    totals.put(row.sku(), before.plus(row.quantity()));
                    last = row;
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new History(file, rows, totals, last);
    }

    Set<String> skus() {
        return totals.keySet();
    }
}
