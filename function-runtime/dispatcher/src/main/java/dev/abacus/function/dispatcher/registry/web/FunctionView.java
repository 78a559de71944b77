package dev.abacus.function.dispatcher.registry.web;

import dev.abacus.function.dispatcher.registry.domain.Alias;
import dev.abacus.function.dispatcher.registry.domain.FunctionEntry;
import dev.abacus.function.dispatcher.registry.domain.Target;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/** @param revision counts the function's changes; its ETag */
record FunctionView(
        String name, int lastVersion, int revision, Instant createdAt, Instant changedAt, List<AliasView> aliases) {

    static FunctionView of(FunctionEntry entry, List<Alias> aliases) {
        return new FunctionView(
                entry.name(),
                entry.lastVersion(),
                entry.revision(),
                entry.createdAt(),
                entry.changedAt(),
                aliases.stream().map(AliasView::of).toList());
    }

    /**
     * @param second none when every tenant gets the same
     * @param before where a rollback leads; none when there is nothing before
     */
    record AliasView(
            String alias, int version, Integer second, BigDecimal secondPercent, Instant changedAt, Before before) {

        static AliasView of(Alias alias) {
            Target target = alias.target();
            return new AliasView(
                    alias.name(),
                    target.version(),
                    secondOf(target),
                    percentOf(target),
                    alias.changedAt(),
                    alias.before() == null ? null : Before.of(alias.before()));
        }
    }

    record Before(int version, Integer second, BigDecimal secondPercent) {

        static Before of(Target target) {
            return new Before(target.version(), secondOf(target), percentOf(target));
        }
    }

    private static Integer secondOf(Target target) {
        return target.weighted() ? target.second() : null;
    }

    private static BigDecimal percentOf(Target target) {
        return target.weighted() ? BigDecimal.valueOf(target.basisPoints(), 2) : null;
    }
}
