package dev.abacus.trade.pricing.persistence;

import com.baomidou.mybatisplus.core.conditions.query.QueryWrapper;
import dev.abacus.kernel.domain.DomainException;
import dev.abacus.kernel.domain.Ids;
import dev.abacus.kernel.domain.NotFound;
import dev.abacus.kernel.web.EntityVersion;
import dev.abacus.kernel.web.PageRequest;
import dev.abacus.kernel.web.Slice;
import dev.abacus.trade.catalogue.Sku;
import dev.abacus.trade.party.CustomerId;
import dev.abacus.trade.pricing.PriceListId;
import dev.abacus.trade.pricing.application.PricingLists;
import dev.abacus.trade.pricing.domain.PriceBreak;
import dev.abacus.trade.pricing.domain.PriceList;
import dev.abacus.trade.pricing.domain.PriceLists;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Repository;

@Repository
class MyBatisPriceLists implements PriceLists, PricingLists {

    private final PriceListMapper lists;
    private final PriceMapper prices;
    private final Ids ids;

    MyBatisPriceLists(PriceListMapper lists, PriceMapper prices, Ids ids) {
        this.lists = lists;
        this.prices = prices;
        this.ids = ids;
    }

    @Override
    public Optional<PriceList> find(PriceListId id) {
        return Optional.ofNullable(lists.selectById(id.value())).map(PriceListRow::toPriceList);
    }

    @Override
    public Optional<PriceList> findByCode(String code) {
        return Optional.ofNullable(lists.selectOne(new QueryWrapper<PriceListRow>().eq("code", code)))
                .map(PriceListRow::toPriceList);
    }

    @Override
    public Slice<PriceList> list(PageRequest page) {
        var query = new QueryWrapper<PriceListRow>();
        page.afterId().ifPresent(id -> query.lt("id", id));
        query.orderByDesc("id").last("LIMIT " + page.limitAndOne());
        return Slice.of(lists.selectList(query), page, row -> row.id).map(PriceListRow::toPriceList);
    }

    @Override
    public Map<PriceList, List<PriceBreak>> holding(
            CustomerId customer, Currency currency, Instant moment, Collection<Sku> skus) {
        var query = new QueryWrapper<PriceListRow>()
                .eq("currency", currency.getCurrencyCode())
                .le("valid_from", moment)
                .and(window -> window.isNull("valid_to").or().gt("valid_to", moment))
                .and(buyer -> buyer.isNull("customer_id").or().eq("customer_id", customer.value()));
        Map<Long, PriceList> holding = lists.selectList(query).stream()
                .map(PriceListRow::toPriceList)
                .filter(list -> list.holdsFor(customer, currency, moment))
                .collect(Collectors.toMap(list -> list.id().value(), Function.identity()));
        if (holding.isEmpty() || skus.isEmpty()) {
            return Map.of();
        }
        Map<PriceList, List<PriceBreak>> found = new LinkedHashMap<>();
        prices.selectList(new QueryWrapper<PriceRow>()
                        .in("list_id", holding.keySet())
                        .in("sku", skus.stream().map(Sku::code).toList()))
                .forEach(row -> found.computeIfAbsent(holding.get(row.listId), list -> new ArrayList<>())
                        .add(row.toPriceBreak(currency)));
        return found;
    }

    @Override
    public void add(PriceList list) {
        try {
            lists.insert(PriceListRow.of(list));
        } catch (DuplicateKeyException e) {
            throw new DomainException(
                    DomainException.Kind.CONFLICT,
                    "code-taken",
                    "The code " + list.code() + " is taken",
                    Map.of("code", list.code()));
        }
    }

    @Override
    public void update(PriceList list) {
        if (lists.change(PriceListRow.of(list)) == 0) {
            throw new EntityVersion.Stale(list.version(), list.version() + 1);
        }
    }

    @Override
    public void put(PriceListId list, List<PriceBreak> breaks) {
        for (PriceBreak price : breaks) {
            PriceRow row = PriceRow.of(ids.next(), list, price);
            if (prices.replace(row) == 0) {
                insertUnlessThere(row);
            }
        }
    }

    private void insertUnlessThere(PriceRow row) {
        try {
            prices.insert(row);
        } catch (DuplicateKeyException e) {
            prices.replace(row);
        }
    }

    @Override
    public Slice<PriceBreak> prices(PriceListId list, Sku sku, PageRequest page) {
        Currency currency = find(list).map(PriceList::currency).orElseThrow(() -> new NotFound("price list", list));
        var query = new QueryWrapper<PriceRow>().eq("list_id", list.value());
        if (sku != null) {
            query.eq("sku", sku.code());
        }
        page.afterId().ifPresent(id -> query.gt("id", id));
        query.orderByAsc("id").last("LIMIT " + page.limitAndOne());
        return Slice.of(prices.selectList(query), page, row -> row.id).map(row -> row.toPriceBreak(currency));
    }
}
