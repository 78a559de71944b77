package dev.abacus.inventory.warehousing.application;

import dev.abacus.inventory.stock.Movement;
import dev.abacus.inventory.stock.NotEnoughStock;
import dev.abacus.inventory.stock.Posting;
import dev.abacus.inventory.stock.PostingStock;
import dev.abacus.inventory.warehousing.domain.DocumentId;
import dev.abacus.inventory.warehousing.domain.StockDocument;
import dev.abacus.inventory.warehousing.domain.StockDocuments;
import dev.abacus.kernel.domain.Ids;
import dev.abacus.kernel.domain.NotFound;
import dev.abacus.kernel.web.EntityVersion;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.resilience.annotation.Retryable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Posts papers and their reverses: the paper, the ledger, the levels and the event in one local transaction. A deadlock
 * ends that transaction as a whole, so it is tried again as a whole.
 */
@Service
public class PostingDocuments {

    private final StockDocuments documents;
    private final PostingStock stock;
    private final ExplainingShortages shortages;
    private final AnnouncingMovements announcements;
    private final Ids ids;
    private final Clock clock;

    public PostingDocuments(
            StockDocuments documents,
            PostingStock stock,
            ExplainingShortages shortages,
            AnnouncingMovements announcements,
            Ids ids,
            Clock clock) {
        this.documents = documents;
        this.stock = stock;
        this.shortages = shortages;
        this.announcements = announcements;
        this.ids = ids;
        this.clock = clock;
    }

    /** @throws dev.abacus.inventory.warehousing.domain.InsufficientStock when something that goes out is not available */
    @Retryable(includes = PessimisticLockingFailureException.class, maxRetries = 4, delay = 20, jitter = 20)
    @Transactional
    public StockDocument post(DocumentId id, EntityVersion seen) {
        StockDocument posted = seen(id, seen).posted(clock.instant());
        documents.change(posted);
        move(posted);
        return posted;
    }

    /** Posts a new paper that undoes this one, dated today. */
    @Retryable(includes = PessimisticLockingFailureException.class, maxRetries = 4, delay = 20, jitter = 20)
    @Transactional
    public StockDocument reverse(DocumentId id, EntityVersion seen) {
        StockDocument reversed = seen(id, seen).reversed();
        documents.change(reversed);
        return record(reversed.reverse(new DocumentId(ids.next()), LocalDate.now(clock)));
    }

    /** Keeps a new paper and posts it at once, in the caller's transaction. */
    StockDocument record(StockDocument draft) {
        StockDocument posted = draft.posted(clock.instant());
        documents.add(posted);
        move(posted);
        return posted;
    }

    private StockDocument seen(DocumentId id, EntityVersion seen) {
        StockDocument document = documents.find(id).orElseThrow(() -> new NotFound("stock document", id));
        seen.mustBe(document.version());
        return document;
    }

    private void move(StockDocument document) {
        String source = "document-" + document.id();
        List<Movement> movements = document.movements();
        try {
            stock.post(new Posting(source, document.consumedOrder(), movements));
        } catch (NotEnoughStock refusal) {
            throw shortages.explain(refusal);
        }
        announcements.announce(source, document.heading().reference(), movements);
    }
}
