package dev.abacus.trade.party.persistence;

import com.baomidou.mybatisplus.annotation.IdType;
import com.baomidou.mybatisplus.annotation.TableId;
import com.baomidou.mybatisplus.annotation.TableName;
import dev.abacus.trade.party.CustomerId;
import dev.abacus.trade.party.domain.ContactPerson;
import dev.abacus.trade.party.domain.Customer;
import dev.abacus.trade.party.domain.PartyCode;
import java.time.Instant;
import java.util.Currency;

@TableName("trade_customer")
class CustomerRow {

    @TableId(type = IdType.INPUT)
    Long id;

    String code;
    String name;
    String currency;
    String contactPerson;
    String contactPhone;
    String contactEmail;
    Boolean active;
    Instant createdAt;
    Integer version;

    static CustomerRow of(Customer customer) {
        var row = new CustomerRow();
        row.id = customer.id().value();
        row.code = customer.code().value();
        row.name = customer.name();
        row.currency = customer.currency().getCurrencyCode();
        row.contactPerson = customer.contact().person();
        row.contactPhone = customer.contact().phone();
        row.contactEmail = customer.contact().email();
        row.active = customer.active();
        row.createdAt = customer.createdAt();
        row.version = customer.version();
        return row;
    }

    Customer toCustomer() {
        return new Customer(
                new CustomerId(id),
                new PartyCode(code),
                name,
                Currency.getInstance(currency),
                new ContactPerson(contactPerson, contactPhone, contactEmail),
                active,
                createdAt,
                version);
    }
}
