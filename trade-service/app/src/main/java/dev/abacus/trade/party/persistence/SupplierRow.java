package dev.abacus.trade.party.persistence;

import com.baomidou.mybatisplus.annotation.IdType;
import com.baomidou.mybatisplus.annotation.TableId;
import com.baomidou.mybatisplus.annotation.TableName;
import dev.abacus.trade.party.SupplierId;
import dev.abacus.trade.party.domain.ContactPerson;
import dev.abacus.trade.party.domain.PartyCode;
import dev.abacus.trade.party.domain.Supplier;
import java.time.Instant;
import java.util.Currency;

@TableName("trade_supplier")
class SupplierRow {

    @TableId(type = IdType.INPUT)
    Long id;

    String code;
    String name;
    Integer leadTimeDays;
    String currency;
    String contactPerson;
    String contactPhone;
    String contactEmail;
    Boolean active;
    Instant createdAt;
    Integer version;

    static SupplierRow of(Supplier supplier) {
        var row = new SupplierRow();
        row.id = supplier.id().value();
        row.code = supplier.code().value();
        row.name = supplier.name();
        row.leadTimeDays = supplier.leadTimeDays();
        row.currency = supplier.currency().getCurrencyCode();
        row.contactPerson = supplier.contact().person();
        row.contactPhone = supplier.contact().phone();
        row.contactEmail = supplier.contact().email();
        row.active = supplier.active();
        row.createdAt = supplier.createdAt();
        row.version = supplier.version();
        return row;
    }

    Supplier toSupplier() {
        return new Supplier(
                new SupplierId(id),
                new PartyCode(code),
                name,
                leadTimeDays,
                Currency.getInstance(currency),
                new ContactPerson(contactPerson, contactPhone, contactEmail),
                active,
                createdAt,
                version);
    }
}
