package dev.abacus.seed.story;

import dev.abacus.seed.company.Company;
import dev.abacus.seed.demand.DemandGenerator;
import dev.abacus.seed.demand.HistoryCsv;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** The files that a company brings along. The same company writes the same bytes, whenever it is asked. */
final class Sheets {

    private Sheets() {}

    static Path products(Company company) {
        return write(
                company.code() + "-products",
                "sku,name,category,barcodes,stock_unit,purchase_unit,sale_unit,relations",
                company.articles().stream()
                        .map(article -> List.of(
                                article.sku(),
                                article.name(),
                                article.category(),
                                article.barcode(),
                                article.piece(),
                                article.purchase(),
                                article.piece(),
                                "1 " + article.purchase() + " = " + article.piecesPerCase() + " " + article.piece())));
    }

    /** Products of which nothing is known but their SKUs. */
    static Path products(Collection<String> skus) {
        return write(
                "history-products",
                "sku,name,category,stock_unit",
                skus.stream().map(sku -> List.of(sku, sku, "history", "pcs")));
    }

    static Path suppliers(Company company) {
        return write(
                company.code() + "-suppliers",
                "code,name,lead_time_days,currency,email",
                company.suppliers().stream()
                        .map(supplier -> List.of(
                                supplier.code(),
                                supplier.name(),
                                Integer.toString(supplier.leadTimeDays()),
                                company.currency(),
                                supplier.email())));
    }

    /** @param until the first day after the past that is told */
    static Path history(Company company, LocalDate from, LocalDate until) {
        try {
            Path file = temporary(company.code() + "-history");
            try (HistoryCsv csv = new HistoryCsv(file)) {
                new DemandGenerator(company.seed()).generate(company.demand(), from, until, csv::write);
            }
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path write(String name, String header, Stream<List<String>> rows) {
        try {
            Path file = temporary(name);
            Iterable<String> lines =
                    Stream.concat(Stream.of(header), rows.map(cells -> String.join(",", cells)))::iterator;
            return Files.write(file, lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path temporary(String name) throws IOException {
        Path file = Files.createTempDirectory("abacus-demo").resolve(name + ".csv");
        file.toFile().deleteOnExit();
        file.getParent().toFile().deleteOnExit();
        return file;
    }
}
