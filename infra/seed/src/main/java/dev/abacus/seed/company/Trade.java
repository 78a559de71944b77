package dev.abacus.seed.company;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A line of business: what all of its articles have in common.
 *
 * @param week how Monday to Sunday sell, 1 on average
 * @param lift by what factor an offer multiplies demand
 */
record Trade(List<Double> week, double lift) {

    /**
     * Reads a table of families beside this class and spreads them into articles.
     *
     * @param barcodes the digits that the company's barcodes begin with
     */
    List<Article> articles(String table, String barcodes) {
        try (var lines = new BufferedReader(
                new InputStreamReader(Trade.class.getResourceAsStream(table), StandardCharsets.UTF_8))) {
            List<Article> articles = new ArrayList<>();
            lines.lines()
                    .skip(1)
                    .map(line -> Family.of(line.split(",")))
                    .forEach(family -> articles.addAll(family.articles(this, barcodes, articles.size() + 1)));
            return List.copyOf(articles);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
