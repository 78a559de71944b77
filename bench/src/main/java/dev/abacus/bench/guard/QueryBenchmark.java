package dev.abacus.bench.guard;

import com.zaxxer.hikari.HikariDataSource;
import dev.abacus.kernel.tenancy.TenantContext;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** A prepared query, from the pool to the last column, in a tenant. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class QueryBenchmark {

    static final String GUARDED = "guarded";
    static final String BARE = "bare";

    @Param({GUARDED, BARE})
    public String source;

    @Param("")
    public String url;

    private HikariDataSource pool;
    private DataSource asked;
    private long id;

    @Setup
    public void open() {
        pool = Shelf.pool(url);
        asked = source.equals(GUARDED) ? Shelf.guarded(pool) : pool;
    }

    @TearDown
    public void close() {
        pool.close();
    }

    @Benchmark
    public long oneRow() throws SQLException {
        long wanted = 1 + id++ % Shelf.PRODUCTS;
        return TenantContext.call(Shelf.TENANT, () -> Shelf.read(asked, Shelf.ONE, wanted));
    }

    @Benchmark
    public long pageOfRows() throws SQLException {
        long after = id++ % (Shelf.PRODUCTS - Shelf.PAGE);
        return TenantContext.call(Shelf.TENANT, () -> Shelf.read(asked, Shelf.SOME, after));
    }
}
