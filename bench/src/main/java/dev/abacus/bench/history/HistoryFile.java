package dev.abacus.bench.history;

import dev.abacus.seed.company.Companies;
import dev.abacus.seed.demand.DemandGenerator;
import dev.abacus.seed.demand.DemandProfile;
import dev.abacus.seed.demand.HistoryCsv;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The sales that are imported, and what they come to.
 *
 * @param origin where they are from, in words
 * @param sold rows in which something was sold: each is one movement
 * @param pieces sold in all
 */
record HistoryFile(Path path, String origin, long rows, Set<String> skus, long sold, BigDecimal pieces) {

    private static final String REAL = "pasta_daily_long.csv";
    private static final int PRODUCTS = 118;
    private static final int DAYS = 1798;
    private static final LocalDate FIRST = LocalDate.of(2014, 1, 2);

    /** The real one when it is there, and one of the same size that a seeded program invents when it is not. */
    static HistoryFile in(Path data) throws IOException {
        Path real = data.resolve(REAL);
        return Files.isReadable(real)
                ? read(real, REAL)
                : read(invented(), "**invented**, " + REAL + " is not in " + data);
    }

    private static HistoryFile read(Path path, String origin) throws IOException {
        Set<String> skus = new TreeSet<>();
        long rows = 0;
        long sold = 0;
        BigDecimal pieces = BigDecimal.ZERO;
        for (String line : Files.readAllLines(path).subList(1, lines(path))) {
            String[] cells = line.split(",");
            skus.add(cells[1]);
            rows++;
            BigDecimal quantity = new BigDecimal(cells[2]);
            if (quantity.signum() > 0) {
                sold++;
                pieces = pieces.add(quantity);
            }
        }
        return new HistoryFile(path, origin, rows, skus, sold, pieces);
    }

    private static int lines(Path path) throws IOException {
        try (var lines = Files.lines(path)) {
            return Math.toIntExact(lines.count());
        }
    }

    private static Path invented() throws IOException {
        Path file = Files.createTempFile("abacus-bench-history", ".csv");
        file.toFile().deleteOnExit();
        try (HistoryCsv csv = new HistoryCsv(file)) {
            new DemandGenerator(1).generate(profiles(), FIRST, FIRST.plusDays(DAYS), csv::write);
        }
        return file;
    }

    private static List<DemandProfile> profiles() {
        List<DemandProfile> patterns = Companies.minghuFoods().demand();
        List<DemandProfile> profiles = new ArrayList<>();
        for (int i = 0; i < PRODUCTS; i++) {
            DemandProfile pattern = patterns.get(i % patterns.size());
            profiles.add(new DemandProfile(
                    "P-" + i,
                    pattern.pattern(),
                    pattern.level(),
                    pattern.trend(),
                    pattern.week(),
                    pattern.season(),
                    pattern.lift()));
        }
        return profiles;
    }

    /** The products that it names, as a file to import before it. */
    Path products() throws IOException {
        Path file = Files.createTempFile("abacus-bench-products", ".csv");
        file.toFile().deleteOnExit();
        List<String> lines = new ArrayList<>(List.of("sku,name,category,stock_unit"));
        skus.forEach(sku -> lines.add(sku + "," + sku + ",history,pcs"));
        return Files.write(file, lines);
    }
}
