package dev.abacus.trade.promotion.application;

import dev.abacus.kernel.web.PageRequest;
import dev.abacus.kernel.web.Slice;
import dev.abacus.trade.promotion.domain.PromotionBook;

/** Promotions to look through, page by page. */
public interface PromotionLists {

    /** The newest first. */
    Slice<PromotionBook.Booked> list(PageRequest page);
}
