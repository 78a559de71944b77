package dev.abacus.trade.promotion.persistence;

import com.baomidou.mybatisplus.core.conditions.query.QueryWrapper;
import dev.abacus.kernel.domain.DomainException;
import dev.abacus.kernel.domain.DomainException.Kind;
import dev.abacus.kernel.web.EntityVersion;
import dev.abacus.kernel.web.PageRequest;
import dev.abacus.kernel.web.Slice;
import dev.abacus.trade.party.CustomerId;
import dev.abacus.trade.pricing.Validity;
import dev.abacus.trade.promotion.PromotionId;
import dev.abacus.trade.promotion.application.PromotionLists;
import dev.abacus.trade.promotion.domain.Promotion;
import dev.abacus.trade.promotion.domain.PromotionBook;
import dev.abacus.trade.promotion.domain.Quota;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Repository;

@Repository
class MyBatisPromotionBook implements PromotionBook, PromotionLists {

    private final PromotionMapper promotions;
    private final CustomerUsesMapper customers;
    private final PromotionJson json;

    MyBatisPromotionBook(PromotionMapper promotions, CustomerUsesMapper customers, PromotionJson json) {
        this.promotions = promotions;
        this.customers = customers;
        this.json = json;
    }

    @Override
    public Optional<Booked> find(PromotionId id) {
        return Optional.ofNullable(promotions.selectById(id.value())).map(this::booked);
    }

    @Override
    public Slice<Booked> list(PageRequest page) {
        var query = new QueryWrapper<PromotionRow>();
        page.afterId().ifPresent(id -> query.lt("id", id));
        query.orderByDesc("id").last("LIMIT " + page.limitAndOne());
        return Slice.of(promotions.selectList(query), page, row -> row.id).map(this::booked);
    }

    @Override
    public Map<Promotion, Quota.Uses> holding(Instant moment, CustomerId customer) {
        List<PromotionRow> rows = promotions.selectList(new QueryWrapper<PromotionRow>()
                .le("valid_from", moment)
                .and(window -> window.isNull("valid_to").or().gt("valid_to", moment)));
        if (rows.isEmpty()) {
            return Map.of();
        }
        Map<Long, Integer> byCustomer = customers
                .selectList(new QueryWrapper<CustomerUsesRow>()
                        .eq("customer_id", customer.value())
                        .in("promotion_id", rows.stream().map(row -> row.id).toList()))
                .stream()
                .collect(Collectors.toMap(row -> row.promotionId, row -> row.uses));
        Map<Promotion, Quota.Uses> holding = new LinkedHashMap<>();
        rows.forEach(row -> holding.put(
                promotion(row),
                new Quota.Uses(row.reservedUses + row.consumedUses, byCustomer.getOrDefault(row.id, 0))));
        return holding;
    }

    @Override
    public void add(Promotion promotion) {
        try {
            promotions.insert(row(promotion));
        } catch (DuplicateKeyException e) {
            throw new DomainException(
                    Kind.CONFLICT,
                    "code-taken",
                    "The code " + promotion.code() + " is taken",
                    Map.of("code", promotion.code()));
        }
    }

    @Override
    public void update(Promotion promotion) {
        if (promotions.change(row(promotion)) == 1) {
            return;
        }
        PromotionRow now = promotions.selectById(promotion.id().value());
        new EntityVersion(promotion.version()).mustBe(now.version);
        throw new DomainException(
                Kind.REFUSED,
                "quota-below-use",
                "More uses are taken already than that",
                Map.of("uses", now.reservedUses + now.consumedUses));
    }

    private PromotionRow row(Promotion promotion) {
        var row = new PromotionRow();
        Promotion.Terms terms = promotion.terms();
        row.id = promotion.id().value();
        row.code = promotion.code();
        row.name = terms.name();
        row.rule = json.write(promotion.rule());
        row.scope = json.write(promotion.scope());
        row.validFrom = terms.validity().from();
        row.validTo = terms.validity().to();
        row.priority = terms.priority();
        row.totalUses = terms.quota().total();
        row.usesPerCustomer = terms.quota().perCustomer();
        row.reservedUses = 0;
        row.consumedUses = 0;
        row.version = promotion.version();
        return row;
    }

    private Booked booked(PromotionRow row) {
        return new Booked(promotion(row), row.reservedUses, row.consumedUses);
    }

    private Promotion promotion(PromotionRow row) {
        return new Promotion(
                new PromotionId(row.id),
                row.code,
                json.readRule(row.rule),
                json.readScope(row.scope),
                new Promotion.Terms(
                        row.name,
                        new Validity(row.validFrom, row.validTo),
                        row.priority,
                        new Quota(row.totalUses, row.usesPerCustomer)),
                row.version);
    }
}
