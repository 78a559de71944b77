package dev.abacus.trade.purchasing.domain;

import static dev.abacus.trade.purchasing.domain.PurchaseOrderStatus.APPROVED;
import static dev.abacus.trade.purchasing.domain.PurchaseOrderStatus.CANCELLED;
import static dev.abacus.trade.purchasing.domain.PurchaseOrderStatus.CLOSED;
import static dev.abacus.trade.purchasing.domain.PurchaseOrderStatus.DRAFT;
import static dev.abacus.trade.purchasing.domain.PurchaseOrderStatus.PARTLY_RECEIVED;
import static dev.abacus.trade.purchasing.domain.PurchaseOrderStatus.RECEIVED;

import dev.abacus.kernel.domain.InvalidValue;
import dev.abacus.kernel.domain.Money;
import dev.abacus.kernel.domain.Quantity;
import dev.abacus.kernel.tenancy.UserId;
import dev.abacus.trade.purchasing.ArrivedGoods;
import dev.abacus.trade.purchasing.IllegalTransition;
import dev.abacus.trade.purchasing.PurchaseOrderId;
import dev.abacus.trade.purchasing.ReceiptId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jmolecules.ddd.annotation.AggregateRoot;
import org.jmolecules.ddd.annotation.Identity;

/**
 * A purchase order. It guards its own transitions:
 *
 * <pre>
 * DRAFT → APPROVED → PARTLY_RECEIVED → RECEIVED → CLOSED
 *   └────────┴→ CANCELLED     └────── short ───────↑
 * </pre>
 */
@AggregateRoot
public final class PurchaseOrder {

    @Identity
    private final PurchaseOrderId id;

    private final UserId author;
    private final Instant createdAt;
    private final int version;
    private PurchaseTerms terms;
    private List<PurchaseOrderLine> lines;
    private PurchaseOrderStatus status;
    private Approval approval;
    private String reason;

    /**
     * @param approval null while it is a draft
     * @param reason why it was cancelled or closed; null before
     */
    public PurchaseOrder(
            PurchaseOrderId id,
            UserId author,
            Instant createdAt,
            PurchaseTerms terms,
            List<PurchaseOrderLine> lines,
            PurchaseOrderStatus status,
            Approval approval,
            String reason,
            int version) {
        this.id = id;
        this.author = author;
        this.createdAt = createdAt;
        this.terms = terms;
        this.lines = List.copyOf(lines);
        this.status = status;
        this.approval = approval;
        this.reason = reason;
        this.version = version;
    }

    public static PurchaseOrder draft(PurchaseOrderId id, UserId author, PurchaseTerms terms, Instant now) {
        return new PurchaseOrder(id, author, now, terms, lines(terms), DRAFT, null, null, 0);
    }

    public void redraft(PurchaseTerms terms) {
        require("changed", DRAFT);
        this.terms = terms;
        this.lines = lines(terms);
    }

    /** Its goods are expected when the draft says, or else after the supplier's lead time. */
    public void approve(UserId approver, ApprovalPolicy policy, int leadTimeDays, Instant now) {
        require("approved", DRAFT);
        policy.check(author, approver);
        approval = new Approval(
                approver,
                now,
                terms.expectedOn() != null
                        ? terms.expectedOn()
                        : now.atZone(ZoneOffset.UTC).toLocalDate().plusDays(leadTimeDays));
        status = APPROVED;
    }

    public Receipt receive(ReceiptId receipt, ArrivedGoods goods) {
        require("received", APPROVED, PARTLY_RECEIVED);
        List<Receipt.Line> arrived = new ArrayList<>();
        if (goods.lines().isEmpty()) {
            lines.stream()
                    .filter(line -> line.open().isPositive())
                    .forEach(line -> arrived.add(part(line, line.open())));
        } else {
            goods.lines().entrySet().stream()
                    .sorted(Map.Entry.comparingByKey())
                    .forEach(part -> arrived.add(part(line(part.getKey()), part.getValue())));
        }
        arrived.forEach(part -> line(part.number()).receive(part.quantity()));
        status = lines.stream().allMatch(line -> line.open().isZero()) ? RECEIVED : PARTLY_RECEIVED;
        String warehouse = goods.warehouse() == null ? terms.warehouse() : goods.warehouse();
        return new Receipt(receipt, id, goods.on(), warehouse, arrived);
    }

    public void cancel(String reason) {
        require("cancelled", DRAFT, APPROVED);
        this.reason = reason;
        status = CANCELLED;
    }

    /** Closes the order, short when not all arrived. */
    public void close(String reason) {
        require("closed", PARTLY_RECEIVED, RECEIVED);
        this.reason = reason;
        status = CLOSED;
    }

    public Money total() {
        return terms.lines().stream().map(OrderedLine::amount).reduce(Money.zero(terms.currency()), Money::plus);
    }

    private static Receipt.Line part(PurchaseOrderLine line, Quantity quantity) {
        return new Receipt.Line(line.number(), line.ordered().sku(), quantity);
    }

    /** @throws InvalidValue when there is no such line */
    public PurchaseOrderLine line(int number) {
        return lines.stream()
                .filter(line -> line.number() == number)
                .findFirst()
                .orElseThrow(() -> new InvalidValue("line", "purchase order " + id + " has no line " + number));
    }

    private void require(String wanted, PurchaseOrderStatus first, PurchaseOrderStatus... more) {
        if (!EnumSet.of(first, more).contains(status)) {
            throw new IllegalTransition(id, status, wanted);
        }
    }

    private static List<PurchaseOrderLine> lines(PurchaseTerms terms) {
        List<PurchaseOrderLine> lines = new ArrayList<>();
        for (OrderedLine line : terms.lines()) {
            lines.add(PurchaseOrderLine.of(lines.size() + 1, line));
        }
        return List.copyOf(lines);
    }

    public PurchaseOrderId id() {
        return id;
    }

    public UserId author() {
        return author;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public PurchaseTerms terms() {
        return terms;
    }

    public List<PurchaseOrderLine> lines() {
        return lines;
    }

    public PurchaseOrderStatus status() {
        return status;
    }

    public Optional<Approval> approval() {
        return Optional.ofNullable(approval);
    }

    public Optional<String> reason() {
        return Optional.ofNullable(reason);
    }

    public int version() {
        return version;
    }
}
