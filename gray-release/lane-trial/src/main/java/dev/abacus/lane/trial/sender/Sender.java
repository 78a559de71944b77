package dev.abacus.lane.trial.sender;

import dev.abacus.kernel.outbox.Events;
import dev.abacus.kernel.tenancy.TenantContext;
import dev.abacus.kernel.tenancy.TenantId;
import dev.abacus.lane.LaneContext;
import dev.abacus.lane.LaneTag;
import dev.abacus.lane.obey.ActiveRules;
import dev.abacus.lane.trial.Counted;
import dev.abacus.lane.trial.Who;
import io.opentelemetry.context.Scope;
import java.util.List;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Decides as the gateway does, once, and then acts on the lane. */
@Component
public class Sender {

    private final ActiveRules rules;
    private final Events events;
    private final TransactionTemplate transaction;
    private final WhoApi stock;

    Sender(ActiveRules rules, Events events, TransactionTemplate transaction, WhoApi stock) {
        this.rules = rules;
        this.events = events;
        this.transaction = transaction;
        this.stock = stock;
    }

    /** The tenant's lane by the rules in force here; null for the baseline. */
    public LaneTag laneOf(TenantId tenant) {
        return rules.decider().decide(tenant.value()).lane();
    }

    /** Publishes in one transaction what {@code batch} makes for the tenant's lane. */
    public List<Counted> send(TenantId tenant, Function<LaneTag, List<Counted>> batch) {
        LaneTag lane = laneOf(tenant);
        List<Counted> some = batch.apply(lane);
        try (Scope entered = LaneContext.enter(lane, rules.version())) {
            TenantContext.run(tenant, () -> transaction.executeWithoutResult(status -> some.forEach(events::publish)));
        }
        return some;
    }

    /** Asks who serves the tenant. */
    public Who ask(LaneTag lane) {
        try (Scope entered = LaneContext.enter(lane, rules.version())) {
            return stock.who();
        }
    }
}
