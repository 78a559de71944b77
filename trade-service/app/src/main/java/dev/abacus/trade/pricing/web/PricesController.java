package dev.abacus.trade.pricing.web;

import dev.abacus.kernel.domain.Quantity;
import dev.abacus.kernel.domain.Unit;
import dev.abacus.kernel.security.PermissionPoint;
import dev.abacus.trade.api.Permissions;
import dev.abacus.trade.api.pricing.PriceAnswer;
import dev.abacus.trade.api.pricing.PriceQuestions;
import dev.abacus.trade.api.pricing.PriceView;
import dev.abacus.trade.catalogue.Sku;
import dev.abacus.trade.party.CustomerId;
import dev.abacus.trade.party.Parties;
import dev.abacus.trade.pricing.Price;
import dev.abacus.trade.pricing.PriceQuestion;
import dev.abacus.trade.pricing.Prices;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/prices")
@Tag(name = "Prices", description = "What a customer pays, before promotions, and why")
class PricesController {

    private final Parties parties;
    private final Prices prices;

    PricesController(Parties parties, Prices prices) {
        this.parties = parties;
        this.prices = prices;
    }

    @GetMapping
    @PermissionPoint(Permissions.PRICE_READ)
    @Operation(operationId = "getPrice", summary = "The price of so much of a SKU for a customer now")
    PriceView price(
            @RequestParam CustomerId customer,
            @RequestParam String sku,
            @RequestParam BigDecimal quantity,
            @RequestParam String unit) {
        var question = new PriceQuestion(Sku.of(sku), new Quantity(quantity, Unit.of(unit)));
        return view(
                prices.require(parties.customer(customer), List.of(question)).getFirst());
    }

    @PostMapping("/lookup")
    @PermissionPoint(Permissions.PRICE_READ)
    @Operation(operationId = "lookUpPrices", summary = "Many prices at once; null where there is none")
    List<PriceAnswer> lookUp(@Valid @RequestBody PriceQuestions questions) {
        List<PriceQuestion> asked = questions.items().stream()
                .map(item -> new PriceQuestion(Sku.of(item.sku()), item.quantity()))
                .toList();
        List<Optional<Price>> found = prices.find(parties.customer(CustomerId.valueOf(questions.customerId())), asked);
        List<PriceAnswer> answers = new ArrayList<>();
        for (int i = 0; i < asked.size(); i++) {
            PriceView price = found.get(i).map(PricesController::view).orElse(null);
            answers.add(new PriceAnswer(asked.get(i).sku().code(), price));
        }
        return answers;
    }

    private static PriceView view(Price price) {
        return new PriceView(
                price.sku().code(),
                price.quantity(),
                price.unitPrice(),
                price.amount(),
                price.list().toString(),
                price.listCode(),
                price.customerSpecific(),
                price.from());
    }
}
