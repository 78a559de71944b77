package dev.abacus.seed.story;

import dev.abacus.kernel.domain.Money;
import dev.abacus.kernel.domain.Quantity;
import dev.abacus.seed.client.Key;
import dev.abacus.seed.client.Refused;
import dev.abacus.seed.company.Article;
import dev.abacus.seed.company.Partner.Customer;
import dev.abacus.trade.api.Reason;
import dev.abacus.trade.api.party.CreditView;
import dev.abacus.trade.api.party.CustomerView;
import dev.abacus.trade.api.party.NewPayment;
import dev.abacus.trade.api.party.PaymentView;
import dev.abacus.trade.api.pricing.PriceView;
import dev.abacus.trade.api.sales.LineQuantity;
import dev.abacus.trade.api.sales.NewDelivery;
import dev.abacus.trade.api.sales.NewReturn;
import dev.abacus.trade.api.sales.NewSalesOrder;
import dev.abacus.trade.api.sales.OrderLine;
import dev.abacus.trade.api.sales.Quote;
import dev.abacus.trade.api.sales.SalesOrderStatus;
import dev.abacus.trade.api.sales.SalesOrderView;
import java.math.BigDecimal;
import java.util.List;

/** A sales order from the price to the payment, and the orders that must not be. */
public final class Selling {

    private static final int PLAIN_PIECES = 12;
    private static final int DISCOUNTED_PIECES = 10;
    private static final int FIRST_DELIVERY = 5;
    private static final int GIVEN_BACK = 2;

    private final Crew crew;
    private final Journal journal;
    private final String run;
    private final Goods goods;
    private final String customerId;

    /** @param run tells this telling of the story from others, for they all order the same */
    public Selling(Crew crew, Journal journal, String run) {
        this.crew = crew;
        this.journal = journal;
        this.run = run;
        this.goods = Goods.of(crew.company());
        this.customerId =
                crew.customer(crew.company().customers().getFirst().code()).id();
    }

    /** @return the order, closed */
    public SalesOrderView sell() {
        journal.step("seller asks a price", this::price);
        Quote quote = journal.step(
                "seller asks for a quote", this::quote, told -> told.total() + " after " + told.discount() + " off");
        Shelf before = plain();
        CreditView credit = credit();
        SalesOrderView order = journal.step(
                "seller places the order",
                () -> place(quote, before, credit),
                placed -> placed.status() + ", " + plain() + ", " + credit().reserved() + " of credit reserved");
        journal.step("seller sends it once more", () -> repeat(order, quote));
        journal.step("keeper delivers a part", () -> deliverPart(order, before, credit));
        journal.step("keeper delivers the rest", () -> deliverRest(order, before, credit));
        journal.step("seller closes the order", () -> close(order));
        journal.step("customer gives back " + GIVEN_BACK, () -> giveBack(order, before, credit));
        journal.step("customer pays", this::pay);
        return crew.seller().salesOrders().get(order.id());
    }

    /** Orders that ask for too much leave everything as it was. */
    public void oversell() {
        journal.step("seller sells more than there is", this::moreThanThereIs);
        journal.step("seller sells beyond the credit", this::beyondCredit);
    }

    private String price() {
        Article article = goods.plain();
        PriceView price = crew.seller()
                .prices()
                .price(customerId, article.sku(), Integer.toString(PLAIN_PIECES), article.piece());
        Expect.that("a list of the customer's own is used", price.customerSpecific());
        return price.unitPrice() + " by " + price.priceListCode();
    }

    private Quote quote() {
        Quote quote = crew.seller().salesOrders().quote(wish(null));
        Money list = crew.company().money(goods.discounted().price());
        Money gross = list.times(BigDecimal.valueOf(DISCOUNTED_PIECES));
        Quote.Line discounted = quote.lines().get(1);
        Expect.that("the gross of the line on offer", discounted.gross(), cheaperByTheCase(gross));
        Expect.that("its discount", discounted.discount(), discounted.gross().times(new BigDecimal("0.1")));
        Expect.that("the total", quote.total(), quote.gross().minus(quote.discount()));
        return quote;
    }

    private Money cheaperByTheCase(Money gross) {
        boolean wholeCase = DISCOUNTED_PIECES >= goods.discounted().piecesPerCase();
        Money unit = crew.company().money(goods.discounted().price().multiply(new BigDecimal("0.95")));
        return wholeCase ? unit.times(BigDecimal.valueOf(DISCOUNTED_PIECES)) : gross;
    }

    private NewSalesOrder wish(Money expected) {
        return new NewSalesOrder(
                customerId,
                null,
                List.of(line(goods.plain(), PLAIN_PIECES), line(goods.discounted(), DISCOUNTED_PIECES)),
                expected,
                "demo");
    }

    private static OrderLine line(Article article, long pieces) {
        return new OrderLine(article.sku(), pieces(article, pieces));
    }

    private static Quantity pieces(Article article, long pieces) {
        return Quantity.of(Long.toString(pieces), article.piece());
    }

    private SalesOrderView place(Quote quote, Shelf before, CreditView credit) {
        SalesOrderView order = send(quote);
        Expect.that("its status", order.status(), SalesOrderStatus.PLACED);
        Expect.that("its total", order.total(), quote.total());
        Shelf expected = before.plus(0, PLAIN_PIECES);
        // Confirming is the coordinator's business and may come a moment after the answer.
        Expect.soon("stock is reserved", this::plain, expected::isAs);
        Expect.soon("credit is reserved", this::credit, now -> now.reserved()
                .equals(credit.reserved().plus(quote.total())));
        return order;
    }

    private SalesOrderView send(Quote quote) {
        NewSalesOrder wish = wish(quote.total());
        return crew.seller().salesOrders().place(Key.of(run + " sell", wish), wish);
    }

    private String repeat(SalesOrderView order, Quote quote) {
        Shelf before = plain();
        SalesOrderView again = send(quote);
        Expect.that("the answer's id", again.id(), order.id());
        Expect.that("nothing more is reserved", plain().isAs(before));
        return "the same order, nothing more reserved";
    }

    private String deliverPart(SalesOrderView order, Shelf before, CreditView credit) {
        deliver(order, List.of(new LineQuantity(1, pieces(goods.plain(), FIRST_DELIVERY))));
        Expect.that("its status", read(order).status(), SalesOrderStatus.PARTLY_DELIVERED);
        Shelf expected = before.plus(-FIRST_DELIVERY, PLAIN_PIECES - FIRST_DELIVERY);
        Expect.soon("the stock is " + expected, this::plain, expected::isAs);
        Expect.that("something of the credit is used", credit().used().compareTo(credit.used()) > 0);
        return expected + ", " + credit().used() + " of credit used";
    }

    private String deliverRest(SalesOrderView order, Shelf before, CreditView credit) {
        deliver(order, null);
        Expect.that("its status", read(order).status(), SalesOrderStatus.DELIVERED);
        Shelf expected = before.plus(-PLAIN_PIECES, 0);
        Expect.soon("the stock is " + expected, this::plain, expected::isAs);
        Expect.that("the credit used", credit().used(), credit.used().plus(order.total()));
        Expect.that("the credit reserved", credit().reserved(), credit.reserved());
        return expected + ", " + credit().used() + " of credit used";
    }

    private void deliver(SalesOrderView order, List<LineQuantity> lines) {
        NewDelivery delivery = new NewDelivery(crew.today(), null, lines);
        crew.keeper().salesOrders().deliver(order.id(), Key.of(run + " deliver " + order.id(), delivery), delivery);
    }

    private String close(SalesOrderView order) {
        Reason reason = new Reason("all delivered");
        var closed =
                crew.seller().salesOrders().close(order.id(), Key.of(run + " close " + order.id(), reason), reason);
        Expect.that("its status", closed.status(), SalesOrderStatus.CLOSED);
        return closed.status().toString();
    }

    private String giveBack(SalesOrderView order, Shelf before, CreditView credit) {
        NewReturn goodsBack = new NewReturn(
                crew.today(), null, "damaged", List.of(new LineQuantity(1, pieces(goods.plain(), GIVEN_BACK))));
        var back = crew.seller()
                .salesOrders()
                .giveBack(order.id(), Key.of(run + " back " + order.id(), goodsBack), goodsBack);
        Shelf expected = before.plus(GIVEN_BACK - PLAIN_PIECES, 0);
        Expect.soon("the stock is " + expected, this::plain, expected::isAs);
        Expect.that(
                "the credit used",
                credit().used(),
                credit.used().plus(order.total()).minus(back.amount()));
        return expected + ", " + back.amount() + " less to pay";
    }

    private String pay() {
        NewPayment payment =
                new NewPayment(NewPayment.Direction.RECEIVED, credit().used(), crew.today(), "demo " + run);
        PaymentView paid = crew.seller().customers().pay(customerId, Key.of(run + " pay", payment), payment);
        Expect.that("what is still to pay", paid.credit().used().isZero());
        return paid.amount() + ", nothing is left to pay";
    }

    private String moreThanThereIs() {
        Article article = goods.scarce();
        Shelf before = Shelf.of(crew.seller(), article.sku());
        CreditView credit = credit();
        long tooMany = before.available().longValueExact() + 1;
        NewSalesOrder wish = order(customerId, line(article, tooMany));
        Refused refused = Expect.refused(409, "insufficient-stock", () -> crew.seller()
                .salesOrders()
                .place(Key.of(run + " oversell", wish), wish));
        unchanged(article, before, credit);
        return tooMany + " of " + article.sku() + " refused with " + refused.code() + ", nothing reserved";
    }

    private String beyondCredit() {
        Customer small = crew.company().customers().getLast();
        CustomerView customer = crew.customer(small.code());
        Article article = goods.plain();
        Shelf before = plain();
        BigDecimal limit = new BigDecimal(small.credit());
        long tooMany = limit.divideToIntegralValue(article.cost()).longValueExact() + 1;
        NewSalesOrder wish = order(customer.id(), line(article, tooMany));
        Refused refused = Expect.refused(
                422, "credit-exceeded", () -> crew.seller().salesOrders().place(Key.of(run + " credit", wish), wish));
        unchanged(article, before, credit());
        Expect.that(
                "his credit reserved",
                crew.customer(small.code()).credit().reserved().isZero());
        return tooMany + " of " + article.sku() + " for " + customer.name() + " refused with " + refused.code()
                + ", nothing reserved";
    }

    private void unchanged(Article article, Shelf before, CreditView credit) {
        Expect.soon("the stock is unchanged", () -> Shelf.of(crew.seller(), article.sku()), before::isAs);
        Expect.soon("the credit is unchanged", this::credit, credit::equals);
    }

    private static NewSalesOrder order(String customer, OrderLine line) {
        return new NewSalesOrder(customer, null, List.of(line), null, "demo");
    }

    private SalesOrderView read(SalesOrderView order) {
        return crew.seller().salesOrders().get(order.id());
    }

    private Shelf plain() {
        return Shelf.of(crew.seller(), goods.plain().sku());
    }

    private CreditView credit() {
        return crew.seller().customers().get(customerId).credit();
    }
}
