package dev.abacus.tenant.authorization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.abacus.kernel.outbox.Events;
import dev.abacus.kernel.security.Access;
import dev.abacus.kernel.security.Caller;
import dev.abacus.kernel.security.RemoteAccessDirectory;
import dev.abacus.kernel.tenancy.TenantContext;
import dev.abacus.kernel.tenancy.TenantId;
import dev.abacus.kernel.tenancy.UserId;
import dev.abacus.kernel.test.SignIn;
import dev.abacus.tenant.Company;
import dev.abacus.tenant.Http;
import dev.abacus.tenant.TenantServiceTest;
import dev.abacus.tenant.api.AccessChanged;
import dev.abacus.tenant.tenancy.AccessVersionCache;
import dev.abacus.tenant.tenancy.domain.AccessVersionBook;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.web.client.RestClient;

/** What the other services see, through the cache, of what was decided here. */
class AccessTest extends TenantServiceTest {

    @Autowired
    private StringRedisTemplate redis;

    @Autowired
    private AccessVersionCache versions;

    @Autowired
    private AccessVersionBook book;

    @Autowired
    private Events events;

    @Autowired
    private TransactionOperations transactions;

    private Company company;
    private TenantId tenant;
    private UserId ada;
    private RemoteAccessDirectory directory;

    @BeforeEach
    void anotherServiceLooks() {
        company = onboard();
        tenant = TenantId.valueOf(company.id());
        ada = UserId.valueOf(company.admin()
                .get("/users/me")
                .mustBe(200)
                .body()
                .at("/user/id")
                .asString());
        directory = directory(redis);
    }

    private RemoteAccessDirectory directory(StringRedisTemplate cache) {
        String token = SignIn.clientToken(url(), "trade-service", "dev-trade-service", "internal");
        RestClient client = RestClient.builder()
                .baseUrl(url())
                .defaultHeaders(headers -> headers.setBearerAuth(token))
                .build();
        return new RemoteAccessDirectory(cache, client, json);
    }

    @Test
    void an_answer_is_kept_with_the_version_that_it_was_computed_at() {
        Access access = directory.find(tenant, ada).orElseThrow();

        assertThat(access.permissions()).contains("user.write", "sales-order.place");
        assertThat(access.requestsPerSecond()).isEqualTo(100);
        String kept = redis.opsForValue().get(RemoteAccessDirectory.entryKey(tenant, ada));
        assertThat(json.readValue(kept, Access.class)).isEqualTo(access);
        assertThat(version()).isEqualTo(access.version());
    }

    @Test
    void a_suspension_is_seen_at_once() {
        assertThat(directory.find(tenant, ada).orElseThrow().tenantStatus()).isEqualTo(Access.TenantStatus.ACTIVE);

        company.suspend();

        assertThat(directory.find(tenant, ada).orElseThrow().tenantStatus()).isEqualTo(Access.TenantStatus.SUSPENDED);
    }

    @Test
    void a_removal_is_seen_at_once_and_remembered() {
        Http admin = company.admin();
        Http.Answer bob = company.createUser(admin, "bob").mustBe(201);
        var user = UserId.valueOf(bob.text("id"));
        assertThat(directory.find(tenant, user).orElseThrow().active()).isTrue();

        admin.seen(bob).delete("/users/" + bob.text("id")).mustBe(204);

        assertThat(directory.find(tenant, user).orElseThrow().active()).isFalse();
        assertThat(redis.opsForValue().get(RemoteAccessDirectory.entryKey(tenant, user)))
                .contains("\"active\":false");
    }

    @Test
    void another_plan_is_seen_at_once() {
        company.operator()
                .seen(company.tenant())
                .put("/admin/tenants/" + company.id() + "/plan", Map.of("plan", "enterprise"))
                .mustBe(200);

        assertThat(directory.find(tenant, ada).orElseThrow().requestsPerSecond())
                .isEqualTo(500);
    }

    @Test
    void functions_are_found_in_each_company_and_have_no_rights_of_their_own() {
        assertThat(directory.find(tenant, Caller.FUNCTIONS).orElseThrow().permissions())
                .isEmpty();
        assertThat(directory.find(new TenantId(1), Caller.FUNCTIONS)).isEmpty();
    }

    @Test
    void nobody_is_found_who_does_not_exist() {
        assertThat(directory.find(tenant, new UserId(2))).isEmpty();
        assertThat(directory.find(new TenantId(1), ada)).isEmpty();
    }

    @Test
    void without_redis_the_books_are_asked_and_a_suspension_is_seen_as_well() {
        var nowhere = new LettuceConnectionFactory("127.0.0.1", 1);
        nowhere.afterPropertiesSet();
        nowhere.start();
        try {
            RemoteAccessDirectory withoutCache = directory(new StringRedisTemplate(nowhere));
            assertThat(withoutCache.find(tenant, ada).orElseThrow().tenantStatus())
                    .isEqualTo(Access.TenantStatus.ACTIVE);

            company.suspend();

            assertThat(withoutCache.find(tenant, ada).orElseThrow().tenantStatus())
                    .isEqualTo(Access.TenantStatus.SUSPENDED);
        } finally {
            nowhere.destroy();
        }
    }

    @Test
    void a_cache_that_lost_everything_is_filled_again() {
        directory.find(tenant, ada);
        redis.delete(List.of(RemoteAccessDirectory.versionKey(tenant), RemoteAccessDirectory.entryKey(tenant, ada)));

        Access access = directory.find(tenant, ada).orElseThrow();

        assertThat(version()).isEqualTo(access.version());
    }

    @Test
    void a_process_that_dies_between_the_commit_and_the_cache_is_made_up_for_by_the_event() {
        directory.find(tenant, ada);
        long before = version();

        // Exactly what a raise leaves in the database, without what comes after the commit.
        transactions.executeWithoutResult(status -> {
            long raised = book.raise(tenant);
            TenantContext.run(tenant, () -> events.publish(new AccessChanged(tenant, raised)));
        });

        await().until(() -> version() > before);
    }

    @Test
    void a_late_announcement_takes_nothing_back() {
        long now = version();

        versions.advance(tenant, now + 5);
        versions.advance(tenant, now + 1);

        assertThat(version()).isEqualTo(now + 5);
    }

    @Test
    void only_services_may_ask() {
        String path = "/internal/access/" + tenant + "/" + ada;

        service().get(path).mustBe(200);
        company.admin().get(path).mustBe(403);
        company.operator().get(path).mustBe(403);
    }

    private long version() {
        String text = redis.opsForValue().get(RemoteAccessDirectory.versionKey(tenant));
        return text == null ? 0 : Long.parseLong(text);
    }
}
