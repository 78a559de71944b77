package dev.abacus.inventory.warehousing.domain;

import dev.abacus.inventory.stock.Movement;
import dev.abacus.inventory.stock.StockKey;
import dev.abacus.inventory.stock.WarehouseId;
import dev.abacus.kernel.domain.DomainException;
import dev.abacus.kernel.domain.InvalidValue;
import dev.abacus.kernel.domain.Quantity;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A paper of the warehouse. A draft may be changed or discarded; once posted it has moved stock and stands for ever; posting its
 * reverse is the only way to undo it. Each change gives another of the next version.
 *
 * @param reverses the paper that this one undoes; null otherwise
 * @param postedAt null for a draft
 */
public record StockDocument(
        DocumentId id,
        Heading heading,
        State state,
        DocumentId reverses,
        List<DocumentLine> lines,
        Instant postedAt,
        int version) {

    public enum State {
        DRAFT,
        POSTED,
        REVERSED,
        /** Given up before it moved anything. */
        DISCARDED
    }

    public StockDocument {
        lines = List.copyOf(lines);
        if (lines.isEmpty()) {
            throw new InvalidValue("lines", "a document has at least one line");
        }
        lines.forEach(line -> heading.kind().check(line.entered()));
        if (heading.kind() == DocumentKind.STOCKTAKE) {
            checkCountedOnce(lines);
        }
    }

    public static StockDocument draft(DocumentId id, Heading heading, List<DocumentLine> lines) {
        return new StockDocument(id, heading, State.DRAFT, null, lines, null, 0);
    }

    public StockDocument redrafted(Heading newHeading, List<DocumentLine> newLines) {
        must(State.DRAFT, "document-not-draft", "only a draft can be changed");
        return new StockDocument(id, newHeading, State.DRAFT, null, newLines, null, version + 1);
    }

    public StockDocument posted(Instant at) {
        must(State.DRAFT, "document-not-draft", "only a draft can be posted");
        return new StockDocument(id, heading, State.POSTED, reverses, lines, at, version + 1);
    }

    /** It stays to be read, as it was last, and will never move anything. */
    public StockDocument discarded() {
        must(State.DRAFT, "document-not-draft", "only a draft can be discarded");
        return new StockDocument(id, heading, State.DISCARDED, reverses, lines, null, version + 1);
    }

    public StockDocument reversed() {
        if (reverses != null) {
            throw new DomainException(
                    DomainException.Kind.CONFLICT,
                    "document-is-reversal",
                    "Document " + id + " undoes another; write a new one instead of undoing that");
        }
        must(State.POSTED, "document-not-posted", "only a posted document can be reversed, and once");
        return new StockDocument(id, heading, State.REVERSED, reverses, lines, postedAt, version + 1);
    }

    /** The draft of a paper that undoes this one, on the day when it is undone. */
    public StockDocument reverse(DocumentId newId, LocalDate day) {
        return new StockDocument(newId, heading.on(day), State.DRAFT, id, lines, null, 0);
    }

    /** What it does to stock. A count that found what the books said moves nothing. */
    public List<Movement> movements() {
        return lines.stream().flatMap(this::movements).toList();
    }

    /** The order whose reservations it uses up: an issue's reference. Undoing an issue does not reserve again. */
    public String consumedOrder() {
        return heading.kind() == DocumentKind.ISSUE && reverses == null ? heading.reference() : null;
    }

    private Stream<Movement> movements(DocumentLine line) {
        return switch (heading.kind()) {
            case RECEIPT, ADJUSTMENT -> moved(line, heading.warehouse(), line.stock());
            case ISSUE -> moved(line, heading.warehouse(), line.stock().negate());
            case TRANSFER ->
                Stream.concat(
                        moved(line, heading.warehouse(), line.stock().negate()),
                        moved(line, heading.toWarehouse(), line.stock()));
            case STOCKTAKE -> moved(line, heading.warehouse(), line.surplus());
        };
    }

    private Stream<Movement> moved(DocumentLine line, WarehouseId warehouse, Quantity quantity) {
        if (quantity.isZero()) {
            return Stream.empty();
        }
        Quantity signed = reverses == null ? quantity : quantity.negate();
        return Stream.of(
                new Movement(new StockKey(line.product(), warehouse), signed, heading.occurredOn(), heading.reason()));
    }

    private void must(State required, String code, String message) {
        if (state != required) {
            throw new DomainException(
                    DomainException.Kind.CONFLICT,
                    code,
                    "Document " + id + " is " + state + ": " + message,
                    Map.of("state", state.name()));
        }
    }

    private static void checkCountedOnce(List<DocumentLine> lines) {
        Set<Object> counted = new HashSet<>();
        for (DocumentLine line : lines) {
            if (!counted.add(line.product())) {
                throw new InvalidValue("lines", "line " + line.number() + " counts a product for the second time");
            }
        }
    }
}
