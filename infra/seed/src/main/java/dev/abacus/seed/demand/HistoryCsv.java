package dev.abacus.seed.demand;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;

/** Sales as the import of trade-service reads them: {@code date,sku,quantity,promotion}. */
public final class HistoryCsv implements AutoCloseable {

    private final Writer file;

    public HistoryCsv(Path file) throws IOException {
        this.file = Files.newBufferedWriter(file);
        this.file.write("date,sku,quantity,promotion\n");
    }

    public void write(Sale sale) {
        try {
            file.write(
                    sale.date() + "," + sale.sku() + "," + sale.quantity() + "," + (sale.promotion() ? 1 : 0) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
