package dev.abacus.inventory.api;

import dev.abacus.kernel.web.Slice;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;
import org.springframework.web.service.annotation.PutExchange;

/** The papers of the warehouse: drafted, then posted, and undone only by posting their reverse. */
@HttpExchange("/stock-documents")
public interface DocumentsApi {

    /** Newest first. Every filter may be null. */
    @GetExchange
    Slice<StockDocumentView> list(
            @RequestParam(required = false) StockDocumentView.Kind kind,
            @RequestParam(required = false) StockDocumentView.State state,
            @RequestParam(required = false) String reference,
            @RequestParam(required = false) Integer limit,
            @RequestParam(required = false) String cursor);

    @GetExchange("/{id}")
    StockDocumentView get(@PathVariable String id);

    /** @param idempotencyKey null when the caller never repeats */
    @PostExchange
    StockDocumentView draft(
            @RequestBody StockDocumentDraft draft,
            @RequestHeader(name = "Idempotency-Key", required = false) String idempotencyKey);

    /** @param version the quoted version that the change is meant for: {@code "3"} */
    @PutExchange("/{id}")
    StockDocumentView redraft(
            @PathVariable String id, @RequestBody StockDocumentDraft draft, @RequestHeader("If-Match") String version);

    /** Gives a draft up; it stays to be read. Problem: {@code document-not-draft} (409). */
    @PostExchange("/{id}/discard")
    StockDocumentView discard(@PathVariable String id, @RequestHeader("If-Match") String version);

    /** Moves the stock. Problems: {@code insufficient-stock} (409), {@code document-not-draft} (409). */
    @PostExchange("/{id}/post")
    StockDocumentView post(@PathVariable String id, @RequestHeader("If-Match") String version);

    /** Posts a document that undoes this one, and answers with the new one. */
    @PostExchange("/{id}/reverse")
    StockDocumentView reverse(@PathVariable String id, @RequestHeader("If-Match") String version);
}
