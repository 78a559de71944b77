package dev.abacus.gateway.quota;

import dev.abacus.kernel.problem.Problems;
import dev.abacus.quota.Buckets;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.stereotype.Component;

/** Makes the filters that count; the security chains put them where they belong. */
@Component
public final class QuotaFilters {

    private final Buckets buckets;
    private final LimitProperties limits;
    private final Problems problems;
    private final MeterRegistry meters;

    QuotaFilters(Buckets buckets, LimitProperties limits, Problems problems, MeterRegistry meters) {
        this.buckets = buckets;
        this.limits = limits;
        this.problems = problems;
        this.meters = meters;
    }

    public CallerQuotaFilter perCaller() {
        return new CallerQuotaFilter(buckets, limits.platformLimit().named("client"), problems, meters);
    }

    public AddressLimitFilter perAddress() {
        return new AddressLimitFilter(buckets, limits.signInLimit().named("address"), problems, meters);
    }
}
