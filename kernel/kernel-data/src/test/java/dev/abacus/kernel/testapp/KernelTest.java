package dev.abacus.kernel.testapp;

import dev.abacus.kernel.sharding.TenantPlacements;
import dev.abacus.kernel.tenancy.TenantId;
import dev.abacus.kernel.test.servers.Server;
import dev.abacus.kernel.test.servers.TestSchemas;
import dev.abacus.kernel.test.servers.WithServers;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The sample service on real servers, with two fresh tenants in two shards for each test. */
@WithServers({Server.MARIADB, Server.ROCKETMQ, Server.REDIS})
@SpringBootTest(classes = SampleService.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
public abstract class KernelTest {

    private static final AtomicLong TENANTS = new AtomicLong(1_000);

    protected static final List<String> SHARDS = TestSchemas.shared("sample");

    protected TenantId here;
    protected TenantId there;

    @Autowired
    protected TenantPlacements placements;

    @DynamicPropertySource
    static void shards(DynamicPropertyRegistry registry) {
        registry.add("abacus.shards", () -> String.join(",", SHARDS));
    }

    @BeforeEach
    void placeTwoTenants() {
        here = new TenantId(TENANTS.incrementAndGet());
        there = new TenantId(TENANTS.incrementAndGet());
        placements.place(here, SHARDS.get(0));
        placements.place(there, SHARDS.get(1));
    }

    /** One number from a shard's own tables, past all of the kernel. */
    protected static BigDecimal look(String shard, String sql) {
        try (var connection = TestSchemas.connect(shard);
                var statement = connection.createStatement();
                var result = statement.executeQuery(sql)) {
            result.next();
            return result.getBigDecimal(1);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }
}
