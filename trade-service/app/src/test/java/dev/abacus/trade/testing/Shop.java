package dev.abacus.trade.testing;

import static dev.abacus.trade.sales.SalesMother.pcs;
import static dev.abacus.trade.sales.SalesMother.yuan;

import dev.abacus.kernel.tenancy.UserId;
import dev.abacus.kernel.web.IdempotencyKey;
import dev.abacus.trade.catalogue.ProductMother;
import dev.abacus.trade.catalogue.Sku;
import dev.abacus.trade.ordertocash.application.PlaceOrder;
import dev.abacus.trade.party.CreditBalance;
import dev.abacus.trade.party.CustomerId;
import dev.abacus.trade.party.PartyMother;
import dev.abacus.trade.party.application.RegisteringCustomer;
import dev.abacus.trade.party.domain.CreditAccounts;
import dev.abacus.trade.party.domain.PartyCode;
import dev.abacus.trade.pricing.PriceListId;
import dev.abacus.trade.pricing.Validity;
import dev.abacus.trade.pricing.application.MaintainingPriceLists;
import dev.abacus.trade.pricing.domain.PriceBreak;
import dev.abacus.trade.promotion.PromotionId;
import dev.abacus.trade.promotion.application.MaintainingPromotions;
import dev.abacus.trade.promotion.domain.DiscountRule;
import dev.abacus.trade.promotion.domain.Promotion;
import dev.abacus.trade.promotion.domain.PromotionBook;
import dev.abacus.trade.promotion.domain.Quota;
import dev.abacus.trade.promotion.domain.Scope;
import dev.abacus.trade.sales.OrderRequest;
import java.time.Instant;
import java.util.List;
import org.springframework.boot.test.context.TestComponent;

/** Sets a company up to sell: pens at 3 and ink at 12.50, a customer with credit, promotions. In the current tenant. */
@TestComponent
public class Shop {

    private static final Validity ALWAYS = Validity.since(Instant.parse("2020-01-01T00:00:00Z"));

    private final TestInventory inventory;
    private final RegisteringCustomer registering;
    private final CreditAccounts accounts;
    private final MaintainingPriceLists priceLists;
    private final MaintainingPromotions promotions;
    private final PromotionBook promotionBook;

    Shop(
            TestInventory inventory,
            RegisteringCustomer registering,
            CreditAccounts accounts,
            MaintainingPriceLists priceLists,
            MaintainingPromotions promotions,
            PromotionBook promotionBook) {
        this.inventory = inventory;
        this.registering = registering;
        this.accounts = accounts;
        this.priceLists = priceLists;
        this.promotions = promotions;
        this.promotionBook = promotionBook;
    }

    /** Opens for business. @return a customer with so much credit */
    public CustomerId open(String creditLimit) {
        inventory.trades(ProductMother.product("PEN"), ProductMother.product("INK"), ProductMother.withdrawn("OLD"));
        PriceListId general = priceList("GENERAL", null);
        priceLists.put(
                general,
                List.of(
                        new PriceBreak(Sku.of("PEN"), pcs(1), yuan("3")),
                        new PriceBreak(Sku.of("INK"), pcs(1), yuan("12.50"))));
        return customer("A-1", creditLimit);
    }

    public CustomerId customer(String code, String creditLimit) {
        return registering.register(
                new PartyCode(code), "Customer " + code, yuan(creditLimit), null, IdempotencyKey.none());
    }

    public PriceListId priceList(String code, CustomerId customer) {
        return priceLists.make(
                new MaintainingPriceLists.NewList(code, code, customer, PartyMother.CNY, ALWAYS),
                IdempotencyKey.none());
    }

    public PromotionId promotion(String code, DiscountRule rule, Quota quota) {
        var terms = new Promotion.Terms(code, ALWAYS, 1, quota);
        return promotions.make(
                new MaintainingPromotions.NewPromotion(code, rule, Scope.ALL, terms), code, IdempotencyKey.none());
    }

    public CreditBalance credit(CustomerId customer) {
        return accounts.balance(customer);
    }

    public PromotionBook.Booked uses(PromotionId promotion) {
        return promotionBook.find(promotion).orElseThrow();
    }

    public static OrderRequest wants(CustomerId customer, String sku, int pieces) {
        return new OrderRequest(customer, null, List.of(new OrderRequest.Line(Sku.of(sku), pcs(pieces))), null);
    }

    public static PlaceOrder order(CustomerId customer, String sku, int pieces) {
        return new PlaceOrder(wants(customer, sku, pieces), null, new UserId(TestCallers.CLERK));
    }
}
