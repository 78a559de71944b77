package dev.abacus.trade.ordertocash.persistence;

import dev.abacus.trade.ordertocash.domain.Payment;
import dev.abacus.trade.ordertocash.domain.Payments;
import org.springframework.stereotype.Repository;

@Repository
class MyBatisPayments implements Payments {

    private final PaymentMapper mapper;

    MyBatisPayments(PaymentMapper mapper) {
        this.mapper = mapper;
    }

    @Override
    public void add(Payment payment) {
        mapper.insert(PaymentRow.of(payment));
    }
}
