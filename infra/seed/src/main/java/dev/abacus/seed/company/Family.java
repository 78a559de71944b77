package dev.abacus.seed.company;

import dev.abacus.seed.demand.DemandProfile;
import dev.abacus.seed.demand.DemandProfile.Pattern;
import dev.abacus.seed.demand.DemandProfile.Season;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/**
 * Articles that differ in size or sort and are otherwise bought, sold and wanted alike. The first variant sells as the
 * family's figures say, each further one a little less, at a little more.
 *
 * @param sku what the SKUs begin with
 * @param cost of a piece of the first variant
 * @param level pieces a day of the first variant
 */
record Family(
        String sku,
        String name,
        List<String> variants,
        String category,
        String piece,
        String casing,
        int perCase,
        String supplier,
        BigDecimal cost,
        Pattern pattern,
        double level,
        double trend,
        Season season) {

    private static final double DISPERSION = 6;
    private static final double NEXT_SELLS = 0.8;
    private static final BigDecimal NEXT_COSTS = new BigDecimal("1.15");
    private static final BigDecimal MARGIN = new BigDecimal("1.40");

    /** The cells of a table's row, in the order of this record. An interval of 1 is a product that sells every day. */
    static Family of(String[] cells) {
        double interval = Double.parseDouble(cells[9]);
        return new Family(
                cells[0],
                cells[1],
                List.of(cells[2].split(";")),
                cells[3],
                cells[4],
                cells[5],
                Integer.parseInt(cells[6]),
                cells[7],
                new BigDecimal(cells[8]),
                interval == 1 ? new Pattern.Smooth(DISPERSION) : new Pattern.Intermittent(interval),
                Double.parseDouble(cells[10]),
                Double.parseDouble(cells[11]),
                new Season(Double.parseDouble(cells[13]), Integer.parseInt(cells[12])));
    }

    List<Article> articles(Trade trade, String barcodes, int firstNumber) {
        List<Article> articles = new ArrayList<>();
        BigDecimal unitCost = cost;
        double sells = level;
        for (int i = 0; i < variants.size(); i++) {
            String code = "%s-%02d".formatted(sku, i + 1);
            articles.add(new Article(
                    code,
                    name + " " + variants.get(i),
                    category,
                    Barcode.ean13(barcodes, firstNumber + i),
                    piece,
                    casing,
                    perCase,
                    supplier,
                    unitCost,
                    rounded(unitCost.multiply(MARGIN)),
                    new DemandProfile(code, pattern, sells, trend, trade.week(), season, trade.lift())));
            unitCost = rounded(unitCost.multiply(NEXT_COSTS));
            sells *= NEXT_SELLS;
        }
        return articles;
    }

    private static BigDecimal rounded(BigDecimal amount) {
        return amount.setScale(2, RoundingMode.HALF_UP);
    }
}
