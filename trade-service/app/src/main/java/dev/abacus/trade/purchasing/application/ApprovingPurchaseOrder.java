package dev.abacus.trade.purchasing.application;

import dev.abacus.kernel.domain.NotFound;
import dev.abacus.kernel.outbox.Events;
import dev.abacus.kernel.tenancy.UserId;
import dev.abacus.kernel.web.EntityVersion;
import dev.abacus.trade.party.Parties;
import dev.abacus.trade.purchasing.PurchaseOrderId;
import dev.abacus.trade.purchasing.domain.ApprovalPolicy;
import dev.abacus.trade.purchasing.domain.PurchaseOrder;
import dev.abacus.trade.purchasing.domain.PurchaseOrders;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Lets a purchase order go to its supplier. What is approved is the version that the approver saw. */
@Service
public class ApprovingPurchaseOrder {

    private final PurchaseOrders orders;
    private final Parties parties;
    private final Events events;
    private final Clock clock;
    private final ApprovalPolicy policy;

    ApprovingPurchaseOrder(
            PurchaseOrders orders,
            Parties parties,
            Events events,
            Clock clock,
            @Value("${abacus.trade.purchasing.approval-policy}") ApprovalPolicy policy) {
        this.orders = orders;
        this.parties = parties;
        this.events = events;
        this.clock = clock;
        this.policy = policy;
    }

    @Transactional
    public void approve(PurchaseOrderId id, EntityVersion seen, UserId approver) {
        PurchaseOrder order = orders.find(id).orElseThrow(() -> new NotFound("purchase order", id));
        seen.mustBe(order.version());
        int leadTimeDays =
                parties.supplier(order.terms().supplier()).takesOrders().leadTimeDays();
        order.approve(approver, policy, leadTimeDays, clock.instant());
        orders.update(order);
        events.publish(PurchaseEvents.approved(order));
    }
}
