package dev.abacus.inventory.warehousing.application;

import dev.abacus.inventory.warehousing.domain.DocumentFilter;
import dev.abacus.inventory.warehousing.domain.DocumentId;
import dev.abacus.inventory.warehousing.domain.Heading;
import dev.abacus.inventory.warehousing.domain.StockDocument;
import dev.abacus.inventory.warehousing.domain.StockDocuments;
import dev.abacus.kernel.domain.Ids;
import dev.abacus.kernel.domain.NotFound;
import dev.abacus.kernel.web.EntityVersion;
import dev.abacus.kernel.web.PageRequest;
import dev.abacus.kernel.web.Slice;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Writes papers, which move nothing yet, and finds them. */
@Service
public class DraftingDocuments {

    private final StockDocuments documents;
    private final WritingDocuments writing;
    private final Ids ids;

    public DraftingDocuments(StockDocuments documents, WritingDocuments writing, Ids ids) {
        this.documents = documents;
        this.writing = writing;
        this.ids = ids;
    }

    @Transactional
    public StockDocument draft(Paper paper) {
        StockDocument document = written(paper);
        documents.add(document);
        return document;
    }

    /** A count's lines are compared with the books as they are now. */
    @Transactional
    public StockDocument redraft(DocumentId id, EntityVersion seen, Paper paper) {
        StockDocument before = get(id);
        seen.mustBe(before.version());
        Heading heading = writing.heading(paper);
        StockDocument after = before.redrafted(heading, writing.lines(paper, heading));
        documents.change(after);
        return after;
    }

    /** Gives a draft up. It is kept, so that nobody wonders where a paper went that he has seen. */
    @Transactional
    public StockDocument discard(DocumentId id, EntityVersion seen) {
        StockDocument before = get(id);
        seen.mustBe(before.version());
        StockDocument discarded = before.discarded();
        documents.change(discarded);
        return discarded;
    }

    public StockDocument get(DocumentId id) {
        return documents.find(id).orElseThrow(() -> new NotFound("stock document", id));
    }

    public Slice<StockDocument> list(DocumentFilter filter, PageRequest page) {
        long before = page.afterId().orElse(Long.MAX_VALUE);
        return Slice.of(documents.list(filter, before, page.limitAndOne()), page, StockDocument::id);
    }

    StockDocument written(Paper paper) {
        Heading heading = writing.heading(paper);
        return StockDocument.draft(new DocumentId(ids.next()), heading, writing.lines(paper, heading));
    }
}
