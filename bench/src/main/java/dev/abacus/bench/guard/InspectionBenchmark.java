package dev.abacus.bench.guard;

import dev.abacus.kernel.sqlguard.SqlGuard;
import dev.abacus.kernel.sqlguard.Verdict;
import dev.abacus.kernel.tenancy.TenantContext;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** The guard's own work on a statement: one that it remembers, and one that it has never seen. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class InspectionBenchmark {

    private final SqlGuard guard = Shelf.guard();
    private final Object tenant = Shelf.TENANT.value();
    private int unseen;

    @Benchmark
    public Verdict remembered() {
        return TenantContext.call(Shelf.TENANT, () -> inspected(Shelf.SOME));
    }

    /** Another text each time: the alias counts up. */
    @Benchmark
    public Verdict unseen() {
        String sql = Shelf.SOME.replace("bench_product", "bench_product p" + unseen++);
        return TenantContext.call(Shelf.TENANT, () -> inspected(sql));
    }

    private Verdict inspected(String sql) {
        Verdict verdict = guard.inspect(sql);
        guard.allow(sql, verdict, ordinal -> tenant);
        return verdict;
    }
}
