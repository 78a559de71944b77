package dev.abacus.trade.purchasing.persistence;

import com.baomidou.mybatisplus.core.conditions.query.QueryWrapper;
import dev.abacus.kernel.domain.Ids;
import dev.abacus.kernel.web.EntityVersion;
import dev.abacus.kernel.web.PageRequest;
import dev.abacus.kernel.web.Slice;
import dev.abacus.trade.party.SupplierId;
import dev.abacus.trade.purchasing.PurchaseOrderId;
import dev.abacus.trade.purchasing.application.PurchaseOrderLists;
import dev.abacus.trade.purchasing.domain.PurchaseOrder;
import dev.abacus.trade.purchasing.domain.PurchaseOrderStatus;
import dev.abacus.trade.purchasing.domain.PurchaseOrders;
import dev.abacus.trade.purchasing.domain.Receipt;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Repository;

@Repository
class MyBatisPurchaseOrders implements PurchaseOrders, PurchaseOrderLists {

    private final PurchaseOrderMapper orders;
    private final PurchaseOrderLineMapper lines;
    private final ReceiptMapper receipts;
    private final ReceiptLineMapper receiptLines;
    private final Ids ids;

    MyBatisPurchaseOrders(
            PurchaseOrderMapper orders,
            PurchaseOrderLineMapper lines,
            ReceiptMapper receipts,
            ReceiptLineMapper receiptLines,
            Ids ids) {
        this.orders = orders;
        this.lines = lines;
        this.receipts = receipts;
        this.receiptLines = receiptLines;
        this.ids = ids;
    }

    @Override
    public Optional<PurchaseOrder> find(PurchaseOrderId id) {
        return Optional.ofNullable(orders.selectById(id.value()))
                .map(row -> row.toOrder(lines.selectList(new QueryWrapper<PurchaseOrderLineRow>()
                        .eq("order_id", id.value())
                        .orderByAsc("number"))));
    }

    @Override
    public Slice<Sketch> list(SupplierId supplier, PurchaseOrderStatus status, PageRequest page) {
        var query = new QueryWrapper<PurchaseOrderRow>();
        if (supplier != null) {
            query.eq("supplier_id", supplier.value());
        }
        if (status != null) {
            query.eq("status", status.name());
        }
        page.afterId().ifPresent(id -> query.lt("id", id));
        query.orderByDesc("id").last("LIMIT " + page.limitAndOne());
        return Slice.of(orders.selectList(query), page, row -> row.id).map(PurchaseOrderRow::toSketch);
    }

    @Override
    public void add(PurchaseOrder order) {
        orders.insert(PurchaseOrderRow.of(order));
        insertLines(order);
    }

    @Override
    public void update(PurchaseOrder order) {
        if (orders.change(PurchaseOrderRow.of(order)) == 0) {
            throw new EntityVersion.Stale(order.version(), order.version() + 1);
        }
    }

    @Override
    public void updateWithLines(PurchaseOrder order) {
        update(order);
        lines.delete(new QueryWrapper<PurchaseOrderLineRow>()
                .eq("order_id", order.id().value()));
        insertLines(order);
    }

    private void insertLines(PurchaseOrder order) {
        order.lines().forEach(line -> lines.insert(PurchaseOrderLineRow.of(ids.next(), order.id(), line)));
    }

    @Override
    public void update(PurchaseOrder order, Receipt receipt) {
        update(order);
        receipts.insert(ReceiptRow.of(receipt));
        for (Receipt.Line arrived : receipt.lines()) {
            lines.receive(PurchaseOrderLineRow.of(0, order.id(), order.line(arrived.number())));
            receiptLines.insert(ReceiptLineRow.of(ids.next(), receipt.id(), arrived));
        }
    }

    @Override
    public List<Receipt> receipts(PurchaseOrderId order) {
        List<ReceiptRow> found = receipts.selectList(
                new QueryWrapper<ReceiptRow>().eq("order_id", order.value()).orderByAsc("id"));
        if (found.isEmpty()) {
            return List.of();
        }
        Map<Long, List<ReceiptLineRow>> byReceipt = receiptLines
                .selectList(new QueryWrapper<ReceiptLineRow>()
                        .in("receipt_id", found.stream().map(row -> row.id).toList())
                        .orderByAsc("number"))
                .stream()
                .collect(Collectors.groupingBy(row -> row.receiptId));
        return found.stream()
                .map(row -> row.toReceipt(byReceipt.getOrDefault(row.id, List.of())))
                .toList();
    }
}
