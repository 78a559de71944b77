package dev.abacus.inventory.testing;

import dev.abacus.inventory.InventoryService;
import dev.abacus.inventory.warehousing.application.ProvisioningTenants;
import dev.abacus.kernel.sharding.TenantPlacements;
import dev.abacus.kernel.tenancy.TenantContext;
import dev.abacus.kernel.tenancy.TenantId;
import dev.abacus.kernel.test.servers.Server;
import dev.abacus.kernel.test.servers.TestSchemas;
import dev.abacus.kernel.test.servers.WithServers;
import java.math.BigDecimal;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/** The whole service on real servers, with two fresh, provisioned tenants in two shards for each test. */
@WithServers({Server.MARIADB, Server.ROCKETMQ, Server.REDIS, Server.SEATA})
@SpringBootTest(classes = InventoryService.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ActiveProfiles("test")
@Import({TestCallers.class, Floor.class, Branches.class})
public abstract class InventoryTest {

    private static final AtomicLong TENANTS = new AtomicLong(1_000);
    private static final List<String> SHARDS = TestSchemas.shared("inventory");

    protected TenantId here;
    protected TenantId there;

    @Autowired
    protected JdbcClient jdbc;

    @Autowired
    protected TransactionTemplate transaction;

    @Autowired
    protected Floor floor;

    @Autowired
    private TenantPlacements placements;

    @Autowired
    private ProvisioningTenants provisioning;

    @DynamicPropertySource
    static void shards(DynamicPropertyRegistry registry) {
        registry.add("abacus.shards", () -> String.join(",", SHARDS));
    }

    @BeforeEach
    protected void twoTenants() {
        here = tenant(0);
        there = tenant(1);
    }

    protected TenantId tenant(int shard) {
        TenantId tenant = new TenantId(TENANTS.incrementAndGet());
        placements.place(tenant, SHARDS.get(shard));
        TenantContext.run(tenant, provisioning::provision);
        return tenant;
    }

    protected <T> T inHere(Supplier<T> work) {
        return TenantContext.call(here, work::get);
    }

    protected void inHere(Runnable work) {
        TenantContext.run(here, work);
    }

    /** In {@link #here}, in one local transaction. */
    protected <T> T inTransaction(Supplier<T> work) {
        return TenantContext.call(here, () -> transaction.execute(status -> work.get()));
    }

    /** In {@link #here}, in one local transaction. */
    protected void inTransaction(Runnable work) {
        inTransaction(() -> {
            work.run();
            return null;
        });
    }

    protected Books books() {
        return new Books(jdbc, here);
    }

    /** A single number of a tenant's own rows; {@code sql} ends with the condition on the tenant. */
    protected BigDecimal number(TenantId tenant, String sql) {
        return TenantContext.call(tenant, () -> jdbc.sql(sql)
                .param(tenant.value())
                .query(BigDecimal.class)
                .single());
    }
}
