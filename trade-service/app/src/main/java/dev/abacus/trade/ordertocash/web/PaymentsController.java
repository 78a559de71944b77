package dev.abacus.trade.ordertocash.web;

import dev.abacus.kernel.security.PermissionPoint;
import dev.abacus.kernel.web.IdempotencyKey;
import dev.abacus.trade.api.Permissions;
import dev.abacus.trade.api.party.NewPayment;
import dev.abacus.trade.api.party.PaymentView;
import dev.abacus.trade.ordertocash.application.RecordingPayment;
import dev.abacus.trade.ordertocash.domain.Payment;
import dev.abacus.trade.party.CreditViews;
import dev.abacus.trade.party.CustomerId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Customers", description = "Who buys, and what he may have on credit")
class PaymentsController {

    private final RecordingPayment recording;

    PaymentsController(RecordingPayment recording) {
        this.recording = recording;
    }

    @PostMapping("/customers/{id}/payments")
    @PermissionPoint(Permissions.PAYMENT_RECORD)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(operationId = "recordPayment", summary = "Record what a customer paid, or got back")
    PaymentView pay(@PathVariable CustomerId id, @Valid @RequestBody NewPayment payment, IdempotencyKey key) {
        var request = new RecordingPayment.Request(
                id,
                Payment.Direction.valueOf(payment.direction().name()),
                payment.amount(),
                payment.paidOn(),
                payment.note());
        RecordingPayment.Recorded recorded = recording.record(request, key);
        return new PaymentView(
                recorded.payment().toString(),
                id.toString(),
                payment.direction(),
                payment.amount(),
                payment.paidOn(),
                payment.note(),
                CreditViews.of(recorded.credit()));
    }
}
