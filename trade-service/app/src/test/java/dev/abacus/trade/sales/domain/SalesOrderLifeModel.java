package dev.abacus.trade.sales.domain;

import static dev.abacus.trade.sales.domain.SalesOrderStatus.CANCELLED;
import static dev.abacus.trade.sales.domain.SalesOrderStatus.CLOSED;
import static dev.abacus.trade.sales.domain.SalesOrderStatus.DELIVERED;
import static dev.abacus.trade.sales.domain.SalesOrderStatus.DRAFT;
import static dev.abacus.trade.sales.domain.SalesOrderStatus.PARTLY_DELIVERED;
import static dev.abacus.trade.sales.domain.SalesOrderStatus.PLACED;
import static dev.abacus.trade.sales.domain.SalesOrderStatus.PLACING;

/** An order's life as one would tell it: a status, and per line what was ordered, what left and what came back. */
final class SalesOrderLifeModel {

    final int[] ordered;
    final int[] delivered;
    final int[] returned;
    SalesOrderStatus status = DRAFT;

    SalesOrderLifeModel(int... ordered) {
        this.ordered = ordered;
        delivered = new int[ordered.length];
        returned = new int[ordered.length];
    }

    /** @return whether the order may do this now; if so it has */
    boolean take(SalesOrderLifeModelTest.Step step) {
        return switch (step.kind()) {
            case PLACE -> moves(status == DRAFT, PLACING);
            case CONFIRM -> moves(status == PLACING, PLACED);
            case ABANDON -> moves(status == PLACING, DRAFT);
            case CANCEL -> moves(status == DRAFT || status == PLACED, CANCELLED);
            case CLOSE -> moves(status == PARTLY_DELIVERED || status == DELIVERED, CLOSED);
            case DELIVER -> delivers(step.line(), step.pieces());
            case TAKE_BACK -> takesBack(step.line(), step.pieces());
        };
    }

    private boolean moves(boolean allowed, SalesOrderStatus next) {
        status = allowed ? next : status;
        return allowed;
    }

    private boolean delivers(int line, int pieces) {
        boolean allowed = (status == PLACED || status == PARTLY_DELIVERED) && delivered[line] + pieces <= ordered[line];
        if (allowed) {
            delivered[line] += pieces;
            status = isAllDelivered() ? DELIVERED : PARTLY_DELIVERED;
        }
        return allowed;
    }

    private boolean takesBack(int line, int pieces) {
        boolean allowed = (status == PARTLY_DELIVERED || status == DELIVERED || status == CLOSED)
                && returned[line] + pieces <= delivered[line];
        returned[line] += allowed ? pieces : 0;
        return allowed;
    }

    private boolean isAllDelivered() {
        for (int line = 0; line < ordered.length; line++) {
            if (delivered[line] < ordered[line]) {
                return false;
            }
        }
        return true;
    }

    /** Whether credit is reserved for what is still to be delivered. */
    boolean holdsCredit() {
        return status == PLACING || status == PLACED || status == PARTLY_DELIVERED || status == DELIVERED;
    }
}
