package dev.abacus.trade.party.persistence;

import com.baomidou.mybatisplus.core.conditions.query.QueryWrapper;
import dev.abacus.kernel.domain.Money;
import dev.abacus.kernel.domain.NotFound;
import dev.abacus.kernel.web.PageRequest;
import dev.abacus.kernel.web.Slice;
import dev.abacus.trade.party.CreditBalance;
import dev.abacus.trade.party.CustomerId;
import dev.abacus.trade.party.application.PartyLists;
import dev.abacus.trade.party.domain.CreditAccounts;
import dev.abacus.trade.party.domain.CreditEntry;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Repository;

@Repository
class MyBatisCreditAccounts implements CreditAccounts, PartyLists.OfCreditEntries {

    private final CreditAccountMapper accounts;
    private final CreditEntryMapper entries;

    MyBatisCreditAccounts(CreditAccountMapper accounts, CreditEntryMapper entries) {
        this.accounts = accounts;
        this.entries = entries;
    }

    @Override
    public void open(CustomerId customer, Money limit) {
        accounts.insert(CreditAccountRow.opened(customer, limit));
    }

    @Override
    public CreditBalance balance(CustomerId customer) {
        return balance(customer, accounts.selectById(customer.value()));
    }

    @Override
    public Map<CustomerId, CreditBalance> balances(Collection<CustomerId> customers) {
        List<Long> ids = customers.stream().map(CustomerId::value).toList();
        return accounts.selectByIds(ids).stream()
                .collect(Collectors.toMap(row -> new CustomerId(row.id), CreditAccountRow::toBalance));
    }

    @Override
    public CreditBalance balanceHeld(CustomerId customer) {
        return balance(customer, accounts.hold(customer.value()));
    }

    @Override
    public boolean enter(CreditEntry entry) {
        CreditEntryRow row = CreditEntryRow.of(entry);
        if (accounts.move(row) == 0) {
            return false;
        }
        entries.insert(row);
        return true;
    }

    @Override
    public boolean changeLimit(CustomerId customer, Money limit) {
        return accounts.changeLimit(customer.value(), limit.currency().getCurrencyCode(), limit.amount()) == 1;
    }

    @Override
    public Slice<CreditEntry> entries(CustomerId customer, PageRequest page) {
        var query = new QueryWrapper<CreditEntryRow>().eq("customer_id", customer.value());
        page.afterId().ifPresent(id -> query.lt("id", id));
        query.orderByDesc("id").last("LIMIT " + page.limitAndOne());
        return Slice.of(entries.selectList(query), page, row -> row.id).map(CreditEntryRow::toEntry);
    }

    private static CreditBalance balance(CustomerId customer, CreditAccountRow row) {
        return Optional.ofNullable(row)
                .map(CreditAccountRow::toBalance)
                .orElseThrow(() -> new NotFound("customer", customer));
    }
}
