package dev.abacus.function.dispatcher.invocation.web;

import java.util.List;

/**
 * The 202 to a batch, all of which is committed by then.
 *
 * @param items in the order of the events
 */
public record AcceptedBatchView(List<AcceptedView> items) {

    public AcceptedBatchView {
        items = List.copyOf(items);
    }
}
