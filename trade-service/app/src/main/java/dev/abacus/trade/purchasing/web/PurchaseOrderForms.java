package dev.abacus.trade.purchasing.web;

import dev.abacus.kernel.tenancy.UserId;
import dev.abacus.trade.api.purchasing.NewPurchaseOrder;
import dev.abacus.trade.api.purchasing.NewReceipt;
import dev.abacus.trade.api.purchasing.PurchaseOrderLineView;
import dev.abacus.trade.api.purchasing.PurchaseOrderStatus;
import dev.abacus.trade.api.purchasing.PurchaseOrderSummary;
import dev.abacus.trade.api.purchasing.PurchaseOrderView;
import dev.abacus.trade.api.purchasing.ReceiptView;
import dev.abacus.trade.catalogue.Sku;
import dev.abacus.trade.party.SupplierId;
import dev.abacus.trade.purchasing.application.DraftingPurchaseOrder;
import dev.abacus.trade.purchasing.domain.Approval;
import dev.abacus.trade.purchasing.domain.OrderedLine;
import dev.abacus.trade.purchasing.domain.PurchaseOrder;
import dev.abacus.trade.purchasing.domain.PurchaseOrderLine;
import dev.abacus.trade.purchasing.domain.PurchaseOrders;
import dev.abacus.trade.purchasing.domain.Receipt;

/** Purchase orders between the words of the API and those of the domain. */
final class PurchaseOrderForms {

    private PurchaseOrderForms() {}

    static DraftingPurchaseOrder.Request request(NewPurchaseOrder order) {
        return new DraftingPurchaseOrder.Request(
                SupplierId.valueOf(order.supplierId()),
                order.warehouse(),
                order.expectedOn(),
                order.note(),
                order.lines().stream()
                        .map(line -> new OrderedLine(Sku.of(line.sku()), line.quantity(), line.unitCost()))
                        .toList());
    }

    static PurchaseOrderView view(PurchaseOrder order) {
        return new PurchaseOrderView(
                order.id().toString(),
                order.terms().supplier().toString(),
                PurchaseOrderStatus.valueOf(order.status().name()),
                order.reason().orElse(null),
                order.terms().warehouse(),
                order.approval().map(Approval::expectedOn).orElse(order.terms().expectedOn()),
                order.total(),
                order.lines().stream().map(PurchaseOrderForms::view).toList(),
                order.terms().note(),
                order.author().toString(),
                order.approval().map(Approval::approver).map(UserId::toString).orElse(null),
                order.createdAt(),
                order.approval().map(Approval::at).orElse(null),
                order.version());
    }

    static PurchaseOrderSummary view(PurchaseOrders.Sketch order) {
        return new PurchaseOrderSummary(
                order.id().toString(),
                order.supplier().toString(),
                PurchaseOrderStatus.valueOf(order.status().name()),
                order.expectedOn(),
                order.total(),
                order.createdAt(),
                order.version());
    }

    static ReceiptView view(Receipt receipt) {
        return new ReceiptView(
                receipt.id().toString(),
                receipt.order().toString(),
                receipt.on(),
                receipt.warehouse(),
                receipt.lines().stream()
                        .map(line -> new NewReceipt.Line(line.number(), line.quantity()))
                        .toList());
    }

    private static PurchaseOrderLineView view(PurchaseOrderLine line) {
        OrderedLine ordered = line.ordered();
        return new PurchaseOrderLineView(
                line.number(),
                ordered.sku().code(),
                ordered.quantity(),
                ordered.unitCost(),
                ordered.amount(),
                line.received());
    }
}
