package dev.abacus.tenant;

import dev.abacus.kernel.test.SignIn;
import dev.abacus.kernel.test.servers.Server;
import dev.abacus.kernel.test.servers.TestSchemas;
import dev.abacus.kernel.test.servers.WithServers;
import dev.abacus.tenant.api.Scopes;
import dev.abacus.tenant.tenancy.application.Crashing;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.json.JsonMapper;

/** The whole service on the real servers, with its neighbours played. */
@WithServers({Server.MARIADB, Server.REDIS, Server.ROCKETMQ})
@SpringBootTest(classes = TenantService.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ActiveProfiles({"dev", "test"})
@Import(TenantServiceTest.Handles.class)
public abstract class TenantServiceTest {

    protected static final Neighbour INVENTORY = new Neighbour();
    protected static final Neighbour TRADE = new Neighbour();
    private static final AtomicInteger NUMBER = new AtomicInteger();

    @LocalServerPort
    private int port;

    @Autowired
    protected MovableClock clock;

    @Autowired
    protected JsonMapper json;

    @TestConfiguration
    static class Handles {

        @Bean
        static Crashing crashing() {
            return new Crashing();
        }

        /** Every token of a test costs a hash or two: at the service's own cost, nearly half of all that the tests compute. */
        @Bean
        @Primary
        PasswordEncoder quickPasswords() {
            return new DelegatingPasswordEncoder("bcrypt", Map.of("bcrypt", new BCryptPasswordEncoder(4)));
        }

        @Bean
        MovableClock clock() {
            return new MovableClock();
        }
    }

    /** Made on first use, when the servers are up. */
    private static final class Schema {
        static final String NAME = TestSchemas.createOne("tenant");
    }

    @DynamicPropertySource
    static void places(DynamicPropertyRegistry registry) {
        registry.add("abacus.shards", () -> Schema.NAME);
        registry.add("spring.http.serviceclient.inventory-service.base-url", INVENTORY::url);
        registry.add("spring.http.serviceclient.trade-service.base-url", TRADE::url);
    }

    @AfterEach
    void everythingWorksAgain() {
        clock.reset();
        INVENTORY.recover();
        TRADE.recover();
    }

    protected String url() {
        return "http://127.0.0.1:" + port;
    }

    protected Http http(String token) {
        return new Http(url(), token, json);
    }

    /** A new browser at the web client, which gets refresh tokens. */
    protected SignIn webClient() {
        return SignIn.at(url()).forClient("bff", "dev-bff", "http://127.0.0.1:8080/login/oauth2/code/abacus");
    }

    protected Http operator() {
        return http(SignIn.clientToken(url(), "platform-admin", "dev-platform-admin", Scopes.PLATFORM_ADMIN));
    }

    protected Http service() {
        return http(SignIn.clientToken(url(), "trade-service", "dev-trade-service", Scopes.INTERNAL));
    }

    /** A code that no other test uses. */
    protected static String freshCode() {
        return "acme-" + NUMBER.incrementAndGet();
    }

    protected Company onboard() {
        return Companies.onboard(operator(), freshCode());
    }

    /** One number from the tables, past all of the service. */
    protected static long look(String sql) {
        try (var connection = TestSchemas.connect(Schema.NAME);
                var statement = connection.createStatement();
                var result = statement.executeQuery(sql)) {
            result.next();
            return result.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** Changes the tables past all of the service. */
    protected static void meddle(String sql) {
        try (var connection = TestSchemas.connect(Schema.NAME);
                var statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }
}
