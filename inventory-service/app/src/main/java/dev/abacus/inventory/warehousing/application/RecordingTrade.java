package dev.abacus.inventory.warehousing.application;

import dev.abacus.inventory.stock.Reservations;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Records in stock what trade says has happened: goods that left, came or came back, and orders that need no more. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class RecordingTrade {

    private final DraftingDocuments drafting;
    private final PostingDocuments posting;
    private final Reservations reservations;

    public RecordingTrade(DraftingDocuments drafting, PostingDocuments posting, Reservations reservations) {
        this.drafting = drafting;
        this.posting = posting;
        this.reservations = reservations;
    }

    public void happened(Paper paper) {
        posting.record(drafting.written(paper));
    }

    public void orderEnded(String order) {
        reservations.release(order);
    }
}
