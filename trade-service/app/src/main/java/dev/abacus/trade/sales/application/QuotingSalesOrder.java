package dev.abacus.trade.sales.application;

import dev.abacus.kernel.domain.Money;
import dev.abacus.trade.catalogue.Catalogue;
import dev.abacus.trade.catalogue.Products;
import dev.abacus.trade.party.CustomerProfile;
import dev.abacus.trade.party.Parties;
import dev.abacus.trade.pricing.Price;
import dev.abacus.trade.pricing.PriceQuestion;
import dev.abacus.trade.pricing.Prices;
import dev.abacus.trade.promotion.Basket;
import dev.abacus.trade.promotion.Discounts;
import dev.abacus.trade.promotion.Promotions;
import dev.abacus.trade.sales.OrderRequest;
import dev.abacus.trade.sales.PricedOrder;
import dev.abacus.trade.sales.Quoting;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Service;

/** Works out what an order comes to: the products are traded, each line has a price, promotions take theirs off. */
@Service
class QuotingSalesOrder implements Quoting {

    private final Parties parties;
    private final Catalogue catalogue;
    private final Prices prices;
    private final Promotions promotions;

    QuotingSalesOrder(Parties parties, Catalogue catalogue, Prices prices, Promotions promotions) {
        this.parties = parties;
        this.catalogue = catalogue;
        this.prices = prices;
        this.promotions = promotions;
    }

    @Override
    public PricedOrder quote(OrderRequest request) {
        CustomerProfile customer = parties.customer(request.customer()).mayOrder();
        List<OrderRequest.Line> lines = request.lines();
        var skus = lines.stream().map(OrderRequest.Line::sku).distinct().toList();
        Products products = catalogue.find(skus).requireAll(skus);
        lines.forEach(line -> products.tradable(line.sku(), line.quantity()));

        List<Price> found = prices.require(
                customer,
                lines.stream()
                        .map(line -> new PriceQuestion(line.sku(), line.quantity()))
                        .toList());
        Discounts discounts = promotions.discounts(basket(customer, products, found));
        return priced(customer, found, discounts);
    }

    private static Basket basket(CustomerProfile customer, Products products, List<Price> prices) {
        List<Basket.Line> lines = new ArrayList<>();
        for (Price price : prices) {
            lines.add(
                    new Basket.Line(lines.size() + 1, products.get(price.sku()), price.quantity(), price.unitPrice()));
        }
        return new Basket(customer.id(), customer.currency(), lines);
    }

    private static PricedOrder priced(CustomerProfile customer, List<Price> prices, Discounts discounts) {
        List<PricedOrder.Line> lines = new ArrayList<>();
        for (Price price : prices) {
            int number = lines.size() + 1;
            var discount = discounts.of(number);
            lines.add(new PricedOrder.Line(
                    number,
                    price.sku(),
                    price.quantity(),
                    price.unitPrice(),
                    price.list(),
                    discount.map(Discounts.LineDiscount::amount).orElse(Money.zero(customer.currency())),
                    discount.map(Discounts.LineDiscount::promotion).orElse(null)));
        }
        return new PricedOrder(customer.currency(), lines, discounts.exhausted());
    }
}
