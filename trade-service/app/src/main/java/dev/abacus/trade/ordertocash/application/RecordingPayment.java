package dev.abacus.trade.ordertocash.application;

import dev.abacus.kernel.domain.Ids;
import dev.abacus.kernel.domain.InvalidValue;
import dev.abacus.kernel.domain.Money;
import dev.abacus.kernel.idempotency.Idempotency;
import dev.abacus.kernel.web.IdempotencyKey;
import dev.abacus.trade.ordertocash.PaymentId;
import dev.abacus.trade.ordertocash.domain.Payment;
import dev.abacus.trade.ordertocash.domain.Payments;
import dev.abacus.trade.party.Credit;
import dev.abacus.trade.party.CreditBalance;
import dev.abacus.trade.party.CustomerId;
import dev.abacus.trade.party.Parties;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Currency;
import org.springframework.stereotype.Service;

/** Records what a customer paid, or got back: credit is a cycle, and this closes it. */
@Service
public class RecordingPayment {

    private final Parties parties;
    private final Payments payments;
    private final Credit credit;
    private final Idempotency idempotency;
    private final Ids ids;
    private final Clock clock;

    RecordingPayment(Parties parties, Payments payments, Credit credit, Idempotency idempotency, Ids ids, Clock clock) {
        this.parties = parties;
        this.payments = payments;
        this.credit = credit;
        this.idempotency = idempotency;
        this.ids = ids;
        this.clock = clock;
    }

    /** What is to be recorded. */
    public record Request(
            CustomerId customer, Payment.Direction direction, Money amount, LocalDate paidOn, String note) {}

    /** A payment and the customer's credit after it. */
    public record Recorded(PaymentId payment, CreditBalance credit) {}

    public Recorded record(Request request, IdempotencyKey key) {
        Currency his = parties.customer(request.customer()).currency();
        if (!request.amount().currency().equals(his)) {
            throw new InvalidValue("amount", "the customer's currency is " + his);
        }
        return idempotency.once(key, "payment.record", request, Recorded.class, () -> {
            var id = new PaymentId(ids.next());
            payments.add(new Payment(
                    id,
                    request.customer(),
                    request.direction(),
                    request.amount(),
                    request.paidOn(),
                    request.note(),
                    clock.instant()));
            CreditBalance balance =
                    switch (request.direction()) {
                        case RECEIVED -> credit.receive(request.customer(), request.amount(), id.toString());
                        case REFUNDED -> credit.refund(request.customer(), request.amount(), id.toString());
                    };
            return new Recorded(id, balance);
        });
    }
}
