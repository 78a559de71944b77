package dev.abacus.trade.sales.web;

import dev.abacus.trade.api.sales.DeliveryView;
import dev.abacus.trade.api.sales.LineQuantity;
import dev.abacus.trade.api.sales.NewSalesOrder;
import dev.abacus.trade.api.sales.Quote;
import dev.abacus.trade.api.sales.ReturnView;
import dev.abacus.trade.api.sales.SalesOrderLineView;
import dev.abacus.trade.api.sales.SalesOrderStatus;
import dev.abacus.trade.api.sales.SalesOrderSummary;
import dev.abacus.trade.api.sales.SalesOrderView;
import dev.abacus.trade.catalogue.Sku;
import dev.abacus.trade.party.CustomerId;
import dev.abacus.trade.promotion.PromotionId;
import dev.abacus.trade.sales.OrderRequest;
import dev.abacus.trade.sales.PricedOrder;
import dev.abacus.trade.sales.domain.SalesOrder;
import dev.abacus.trade.sales.domain.SalesOrderLine;
import dev.abacus.trade.sales.domain.SalesOrderSketch;
import dev.abacus.trade.sales.domain.Shipment;
import java.util.List;

/** Sales orders between the words of the API and those of the domain. */
final class SalesOrderForms {

    private SalesOrderForms() {}

    static OrderRequest request(NewSalesOrder order) {
        return new OrderRequest(
                CustomerId.valueOf(order.customerId()),
                order.warehouse(),
                order.lines().stream()
                        .map(line -> new OrderRequest.Line(Sku.of(line.sku()), line.quantity()))
                        .toList(),
                order.note());
    }

    static SalesOrderView view(SalesOrder order) {
        PricedOrder priced = order.priced();
        return new SalesOrderView(
                order.id().toString(),
                order.header().customer().toString(),
                status(order.progress().status()),
                order.progress().reason(),
                order.header().warehouse(),
                priced.gross(),
                priced.discount(),
                priced.total(),
                order.lines().stream().map(SalesOrderForms::view).toList(),
                order.header().note(),
                order.header().createdAt(),
                order.progress().placedAt(),
                order.header().version());
    }

    static SalesOrderSummary view(SalesOrderSketch order) {
        return new SalesOrderSummary(
                order.id().toString(),
                order.header().customer().toString(),
                status(order.progress().status()),
                order.total(),
                order.header().createdAt(),
                order.progress().placedAt(),
                order.header().version());
    }

    static Quote view(PricedOrder priced) {
        List<Quote.Line> lines = priced.lines().stream()
                .map(line -> new Quote.Line(
                        line.sku().code(),
                        line.quantity(),
                        line.unitPrice(),
                        line.priceList().toString(),
                        line.gross(),
                        line.discount(),
                        promotion(line.promotion()),
                        line.net()))
                .toList();
        return new Quote(priced.gross(), priced.discount(), priced.total(), lines);
    }

    static DeliveryView delivery(Shipment shipment) {
        return new DeliveryView(
                shipment.id().toString(),
                shipment.order().toString(),
                shipment.on(),
                shipment.warehouse(),
                shipment.amount(),
                lines(shipment));
    }

    static ReturnView goodsBack(Shipment shipment) {
        return new ReturnView(
                shipment.id().toString(),
                shipment.order().toString(),
                shipment.on(),
                shipment.warehouse(),
                shipment.reason(),
                shipment.amount(),
                lines(shipment));
    }

    private static List<LineQuantity> lines(Shipment shipment) {
        return shipment.lines().stream()
                .map(line -> new LineQuantity(line.number(), line.quantity()))
                .toList();
    }

    private static SalesOrderLineView view(SalesOrderLine line) {
        PricedOrder.Line priced = line.priced();
        return new SalesOrderLineView(
                priced.number(),
                priced.sku().code(),
                priced.quantity(),
                priced.unitPrice(),
                priced.priceList().toString(),
                priced.gross(),
                priced.discount(),
                promotion(priced.promotion()),
                priced.net(),
                line.delivered(),
                line.returned());
    }

    private static SalesOrderStatus status(dev.abacus.trade.sales.domain.SalesOrderStatus status) {
        return SalesOrderStatus.valueOf(status.name());
    }

    private static String promotion(PromotionId promotion) {
        return promotion == null ? null : promotion.toString();
    }
}
