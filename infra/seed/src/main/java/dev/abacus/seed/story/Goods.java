package dev.abacus.seed.story;

import dev.abacus.seed.company.Article;
import dev.abacus.seed.company.Company;

/**
 * The articles that the story is about, all from one supplier but the last.
 *
 * @param plain at list price
 * @param discounted a tenth off
 * @param bundled eleven for ten
 * @param scarce never bought, so that there is hardly any
 */
record Goods(Article plain, Article discounted, Article bundled, Article scarce) {

    static Goods of(Company company) {
        var articles = company.articles();
        return new Goods(articles.get(0), articles.get(5), articles.get(1), articles.getLast());
    }
}
