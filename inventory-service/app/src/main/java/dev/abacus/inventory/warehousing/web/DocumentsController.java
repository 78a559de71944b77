package dev.abacus.inventory.warehousing.web;

import dev.abacus.inventory.api.Permissions;
import dev.abacus.inventory.api.StockDocumentDraft;
import dev.abacus.inventory.api.StockDocumentView;
import dev.abacus.inventory.warehousing.application.DraftingDocuments;
import dev.abacus.inventory.warehousing.application.PostingDocuments;
import dev.abacus.inventory.warehousing.domain.DocumentId;
import dev.abacus.inventory.warehousing.domain.StockDocument;
import dev.abacus.kernel.idempotency.Idempotency;
import dev.abacus.kernel.security.PermissionPoint;
import dev.abacus.kernel.web.EntityVersion;
import dev.abacus.kernel.web.IdempotencyKey;
import dev.abacus.kernel.web.PageRequest;
import dev.abacus.kernel.web.Slice;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.net.URI;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/stock-documents")
@Tag(name = "Stock documents", description = "Receipts, issues, transfers, stocktakes and adjustments.")
class DocumentsController {

    private final DraftingDocuments drafting;
    private final PostingDocuments posting;
    private final Idempotency idempotency;
    private final DocumentViews views;

    DocumentsController(
            DraftingDocuments drafting, PostingDocuments posting, Idempotency idempotency, DocumentViews views) {
        this.drafting = drafting;
        this.posting = posting;
        this.idempotency = idempotency;
        this.views = views;
    }

    @GetMapping
    @PermissionPoint(Permissions.STOCK_DOCUMENT_READ)
    @Operation(operationId = "listStockDocuments", summary = "List documents, newest first")
    Slice<StockDocumentView> list(
            @RequestParam(required = false) StockDocumentView.Kind kind,
            @RequestParam(required = false) StockDocumentView.State state,
            @RequestParam(required = false) String reference,
            PageRequest page) {
        return views.of(drafting.list(DocumentViews.filter(kind, state, reference), page));
    }

    @GetMapping("/{id}")
    @PermissionPoint(Permissions.STOCK_DOCUMENT_READ)
    @Operation(operationId = "getStockDocument", summary = "Get a document")
    ResponseEntity<StockDocumentView> get(@PathVariable DocumentId id) {
        return tagged(drafting.get(id));
    }

    @PostMapping
    @PermissionPoint(Permissions.STOCK_DOCUMENT_DRAFT)
    @Operation(operationId = "draftStockDocument", summary = "Draft a document; nothing moves yet")
    ResponseEntity<StockDocumentView> draft(@RequestBody @Valid StockDocumentDraft draft, IdempotencyKey key) {
        StockDocumentView drafted = idempotency.once(
                key,
                Permissions.STOCK_DOCUMENT_DRAFT,
                draft,
                StockDocumentView.class,
                () -> views.of(drafting.draft(DocumentViews.paper(draft))));
        return ResponseEntity.created(URI.create("/stock-documents/" + drafted.id()))
                .eTag(etag(drafted))
                .body(drafted);
    }

    @PutMapping("/{id}")
    @PermissionPoint(Permissions.STOCK_DOCUMENT_DRAFT)
    @Operation(operationId = "redraftStockDocument", summary = "Change a draft")
    ResponseEntity<StockDocumentView> redraft(
            @PathVariable DocumentId id, @RequestBody @Valid StockDocumentDraft draft, EntityVersion seen) {
        return tagged(drafting.redraft(id, seen, DocumentViews.paper(draft)));
    }

    @PostMapping("/{id}/discard")
    @PermissionPoint(Permissions.STOCK_DOCUMENT_DISCARD)
    @Operation(operationId = "discardStockDocument", summary = "Give a draft up; it stays to be read")
    ResponseEntity<StockDocumentView> discard(@PathVariable DocumentId id, EntityVersion seen) {
        return tagged(drafting.discard(id, seen));
    }

    @PostMapping("/{id}/post")
    @PermissionPoint(Permissions.STOCK_DOCUMENT_POST)
    @Operation(operationId = "postStockDocument", summary = "Post a draft: stock moves, once and for all")
    ResponseEntity<StockDocumentView> post(@PathVariable DocumentId id, EntityVersion seen) {
        return tagged(posting.post(id, seen));
    }

    @PostMapping("/{id}/reverse")
    @PermissionPoint(Permissions.STOCK_DOCUMENT_REVERSE)
    @Operation(operationId = "reverseStockDocument", summary = "Post a document that undoes this one")
    ResponseEntity<StockDocumentView> reverse(@PathVariable DocumentId id, EntityVersion seen) {
        return tagged(posting.reverse(id, seen));
    }

    private ResponseEntity<StockDocumentView> tagged(StockDocument document) {
        StockDocumentView view = views.of(document);
        return ResponseEntity.ok().eTag(etag(view)).body(view);
    }

    private static String etag(StockDocumentView document) {
        return new EntityVersion(document.version()).etag();
    }
}
