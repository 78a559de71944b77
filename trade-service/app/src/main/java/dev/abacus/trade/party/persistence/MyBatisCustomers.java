package dev.abacus.trade.party.persistence;

import com.baomidou.mybatisplus.core.conditions.query.QueryWrapper;
import dev.abacus.kernel.web.EntityVersion;
import dev.abacus.kernel.web.PageRequest;
import dev.abacus.kernel.web.Slice;
import dev.abacus.trade.party.CustomerId;
import dev.abacus.trade.party.application.PartyLists;
import dev.abacus.trade.party.domain.CodeTaken;
import dev.abacus.trade.party.domain.Customer;
import dev.abacus.trade.party.domain.Customers;
import dev.abacus.trade.party.domain.PartyCode;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Repository;

@Repository
class MyBatisCustomers implements Customers, PartyLists.OfCustomers {

    private final CustomerMapper mapper;

    MyBatisCustomers(CustomerMapper mapper) {
        this.mapper = mapper;
    }

    @Override
    public Optional<Customer> find(CustomerId id) {
        return Optional.ofNullable(mapper.selectById(id.value())).map(CustomerRow::toCustomer);
    }

    @Override
    public List<Customer> findAll(Collection<CustomerId> ids) {
        List<Long> numbers = ids.stream().map(CustomerId::value).toList();
        return mapper.selectByIds(numbers).stream().map(CustomerRow::toCustomer).toList();
    }

    @Override
    public Optional<Customer> findByCode(PartyCode code) {
        return Optional.ofNullable(mapper.selectOne(new QueryWrapper<CustomerRow>().eq("code", code.value())))
                .map(CustomerRow::toCustomer);
    }

    @Override
    public Slice<Customer> list(String search, PageRequest page) {
        return Slice.of(mapper.selectList(PartySearch.query(search, page)), page, row -> row.code)
                .map(CustomerRow::toCustomer);
    }

    @Override
    public void add(Customer customer) {
        try {
            mapper.insert(CustomerRow.of(customer));
        } catch (DuplicateKeyException e) {
            throw new CodeTaken(customer.code());
        }
    }

    @Override
    public void update(Customer customer) {
        if (mapper.change(CustomerRow.of(customer)) == 0) {
            throw new EntityVersion.Stale(customer.version(), customer.version() + 1);
        }
    }
}
