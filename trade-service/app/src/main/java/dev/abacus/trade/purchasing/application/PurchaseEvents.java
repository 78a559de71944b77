package dev.abacus.trade.purchasing.application;

import dev.abacus.trade.api.events.GoodsReceived;
import dev.abacus.trade.api.events.PurchaseOrderApproved;
import dev.abacus.trade.purchasing.domain.Approval;
import dev.abacus.trade.purchasing.domain.PurchaseOrder;
import dev.abacus.trade.purchasing.domain.Receipt;

/** What purchasing tells the suite, in the words of the API. */
final class PurchaseEvents {

    private PurchaseEvents() {}

    static PurchaseOrderApproved approved(PurchaseOrder order) {
        return new PurchaseOrderApproved(
                order.id().toString(),
                order.terms().supplier().toString(),
                order.approval().map(Approval::expectedOn).orElseThrow(),
                order.terms().warehouse(),
                order.terms().lines().stream()
                        .map(line -> new PurchaseOrderApproved.Line(
                                line.sku().code(),
                                line.quantity().amount(),
                                line.quantity().unit().code()))
                        .toList());
    }

    static GoodsReceived received(Receipt receipt) {
        return new GoodsReceived(
                receipt.id().toString(),
                receipt.order().toString(),
                receipt.on(),
                receipt.warehouse(),
                receipt.lines().stream()
                        .map(line -> new GoodsReceived.Line(
                                line.sku().code(),
                                line.quantity().amount(),
                                line.quantity().unit().code()))
                        .toList());
    }
}
