package dev.abacus.trade.testing;

import static dev.abacus.kernel.test.servers.Server.MARIADB;
import static dev.abacus.kernel.test.servers.Server.SEATA;

import dev.abacus.kernel.sharding.TenantPlacements;
import dev.abacus.kernel.tenancy.TenantContext;
import dev.abacus.kernel.tenancy.TenantId;
import dev.abacus.kernel.test.servers.TestSchemas;
import dev.abacus.kernel.test.servers.WithServers;
import dev.abacus.trade.TradeService;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The whole of trade-service on the real database and the real coordinator, without its neighbours. Every test has two
 * new companies, which live on different shards.
 */
@SpringBootTest(classes = TradeService.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@Import({TestCallers.class, TestNeighbours.class, Shop.class, Branches.class})
@WithServers({MARIADB, SEATA})
public abstract class TradeTest {

    private static final AtomicLong TENANTS = new AtomicLong(1000);
    private static final List<String> SHARDS = TestSchemas.shared("trade");

    /** All placements go over it. */
    protected static final CoordinatorLine COORDINATOR = new CoordinatorLine();

    protected TenantId acme;
    protected TenantId rival;

    @Autowired
    protected JdbcClient jdbc;

    @Autowired
    protected TransactionTemplate transaction;

    @Autowired
    protected TestInventory inventory;

    @Autowired
    protected TestStock stock;

    @Autowired
    protected TestClock clock;

    @Autowired
    private TenantPlacements placements;

    @LocalServerPort
    private int port;

    @DynamicPropertySource
    static void shards(DynamicPropertyRegistry registry) {
        registry.add("abacus.shards", () -> String.join(",", SHARDS));
        // Another run of these tests on the same coordinator must not be asked to end our transactions.
        registry.add("seata.service.grouplist.default", COORDINATOR::address);
        registry.add("seata.application-id", () -> SHARDS.getFirst());
    }

    @BeforeEach
    protected void placeTenants() {
        acme = tenant(0);
        rival = tenant(1);
    }

    private TenantId tenant(int shard) {
        TenantId tenant = new TenantId(TENANTS.incrementAndGet());
        placements.place(tenant, SHARDS.get(shard));
        return tenant;
    }

    @AfterEach
    void calmDown() {
        clock.reset();
        inventory.afterReserving(() -> {});
        inventory.beforeFinding(() -> {});
        stock.beforeConfirm(() -> {});
    }

    /** The service over HTTP, as whoever has this token; null for a stranger. */
    protected Api api(String token) {
        return new Api(port, token);
    }

    /** A clerk of {@code acme}, over HTTP. */
    protected Api clerk() {
        return api(TestCallers.user(acme, TestCallers.CLERK));
    }

    /** Somebody of {@code acme} who may do everything, over HTTP. */
    protected Api boss() {
        return api(TestCallers.user(acme, TestCallers.BOSS));
    }

    /** Somebody of {@code rival} who may do everything there, over HTTP. */
    protected Api thief() {
        return api(TestCallers.user(rival, TestCallers.BOSS));
    }

    /** The types of the events that a tenant's changes have published, in their order. */
    protected List<String> events(TenantId tenant) {
        return as(tenant, () -> jdbc.sql("SELECT type FROM trade_outbox WHERE tenant_id = ? ORDER BY id")
                .param(tenant.value())
                .query(String.class)
                .list());
    }

    protected <T> T as(TenantId tenant, Supplier<T> work) {
        return TenantContext.call(tenant, work::get);
    }

    protected void with(TenantId tenant, Runnable work) {
        TenantContext.run(tenant, work);
    }

    /** In {@code acme}, in one local transaction. */
    protected <T> T inTransaction(Supplier<T> work) {
        return as(acme, () -> transaction.execute(status -> work.get()));
    }

    /** In {@code acme}, in one local transaction. */
    protected void inTransaction(Runnable work) {
        with(acme, () -> transaction.executeWithoutResult(status -> work.run()));
    }

    /** A number of the tenant's own rows; {@code sql} ends with the condition on the tenant. */
    protected long number(TenantId tenant, String sql) {
        return as(
                tenant,
                () -> jdbc.sql(sql).param(tenant.value()).query(Long.class).single());
    }
}
