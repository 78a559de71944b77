package dev.abacus.trade.purchasing.domain;

import dev.abacus.kernel.domain.DomainException;
import dev.abacus.kernel.tenancy.UserId;

/** Who may approve whose purchase order. The permission to approve at all is asked for before. */
public enum ApprovalPolicy {
    /** Four eyes: nobody approves what he drafted himself. */
    FOUR_EYES {
        @Override
        public void check(UserId author, UserId approver) {
            if (author.equals(approver)) {
                throw new DomainException(
                        DomainException.Kind.FORBIDDEN,
                        "self-approval",
                        "Somebody else must approve a purchase order that you drafted.");
            }
        }
    },
    /** For a company of one. */
    ANYBODY {
        @Override
        public void check(UserId author, UserId approver) {
            // whoever has the permission may
        }
    };

    /** @throws DomainException {@code self-approval} when {@code approver} may not */
    public abstract void check(UserId author, UserId approver);
}
