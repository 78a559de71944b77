package dev.abacus.kernel.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.anyCollection;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;
import static org.springframework.test.web.client.match.MockRestRequestMatchers.requestTo;
import static org.springframework.test.web.client.response.MockRestResponseCreators.withException;
import static org.springframework.test.web.client.response.MockRestResponseCreators.withStatus;
import static org.springframework.test.web.client.response.MockRestResponseCreators.withSuccess;

import dev.abacus.kernel.tenancy.TenantId;
import dev.abacus.kernel.tenancy.UserId;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.data.redis.RedisConnectionFailureException;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.data.redis.core.ValueOperations;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.test.web.client.MockRestServiceServer;
import org.springframework.test.web.client.ResponseCreator;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.json.JsonMapper;

/** Redis first, tenant-service behind it, and in doubt nobody gets in. */
class RemoteAccessDirectoryTest {

    private static final TenantId TENANT = new TenantId(11);
    private static final UserId USER = new UserId(5);

    @SuppressWarnings("unchecked")
    private final ValueOperations<String, String> values = mock(ValueOperations.class);

    private MockRestServiceServer tenantService;
    private RemoteAccessDirectory directory;

    @BeforeEach
    void nothing_known_yet() {
        StringRedisTemplate redis = mock(StringRedisTemplate.class);
        when(redis.opsForValue()).thenReturn(values);
        remembered(null, null);
        RestClient.Builder clients = RestClient.builder().baseUrl("http://tenant-service");
        tenantService = MockRestServiceServer.bindTo(clients).build();
        directory = new RemoteAccessDirectory(redis, clients.build(), new JsonMapper());
    }

    @Test
    void an_entry_of_the_present_version_is_believed_and_nobody_is_asked() {
        remembered("7", access(7, "order.read"));

        assertThat(directory.find(TENANT, USER))
                .hasValueSatisfying(access -> assertThat(access.permissions()).containsExactly("order.read"));
        tenantService.verify();
    }

    @Test
    void an_entry_from_before_a_change_does_not_count() {
        remembered("8", access(7, "order.read", "order.write"));
        answers(withSuccess(access(8, "order.read"), MediaType.APPLICATION_JSON));

        assertThat(directory.find(TENANT, USER))
                .hasValueSatisfying(access -> assertThat(access.permissions()).containsExactly("order.read"));
        tenantService.verify();
    }

    @Test
    void neither_does_one_whose_version_nobody_knows() {
        remembered(null, access(7, "order.write"));
        answers(withSuccess(access(7), MediaType.APPLICATION_JSON));

        assertThat(directory.find(TENANT, USER))
                .hasValueSatisfying(access -> assertThat(access.permissions()).isEmpty());
        tenantService.verify();
    }

    @Test
    void an_unreadable_entry_or_version_is_asked_for() {
        for (String[] broken : new String[][] {{"7", "{\"version\":"}, {"seven", access(7)}}) {
            remembered(broken[0], broken[1]);
            tenantService.reset();
            answers(withSuccess(access(7, "order.read"), MediaType.APPLICATION_JSON));

            assertThat(directory.find(TENANT, USER)).isPresent();
            tenantService.verify();
        }
    }

    @Test
    void without_redis_tenant_service_is_asked() {
        when(values.multiGet(anyCollection())).thenThrow(new RedisConnectionFailureException("away"));
        answers(withSuccess(access(7, "order.read"), MediaType.APPLICATION_JSON));

        assertThat(directory.find(TENANT, USER)).isPresent();
        tenantService.verify();
    }

    @Test
    void a_user_whom_tenant_service_does_not_know_has_no_access() {
        answers(withStatus(HttpStatus.NOT_FOUND));

        assertThat(directory.find(TENANT, USER)).isEmpty();
    }

    @Test
    void that_nobody_can_say_is_neither_yes_nor_no() {
        for (ResponseCreator failure : new ResponseCreator[] {
            withStatus(HttpStatus.INTERNAL_SERVER_ERROR),
            withStatus(HttpStatus.FORBIDDEN),
            withException(new IOException("refused")),
            request -> {
                throw new AuthenticationServiceException("no token for us");
            }
        }) {
            tenantService.reset();
            answers(failure);

            assertThatThrownBy(() -> directory.find(TENANT, USER)).isInstanceOf(AccessUnknown.class);
        }
    }

    private void remembered(String version, String entry) {
        List<String> keys = List.of("access:11:version", "access:11:5");
        when(values.multiGet(keys)).thenReturn(Arrays.asList(version, entry));
    }

    private void answers(ResponseCreator answer) {
        tenantService
                .expect(requestTo("http://tenant-service/internal/access/11/5"))
                .andRespond(answer);
    }

    private static String access(long version, String... permissions) {
        return """
                {"version":%d,"tenantStatus":"ACTIVE","active":true,"permissions":%s,
                 "tokensNotBefore":"2026-01-01T00:00:00Z","requestsPerSecond":50}"""
                .formatted(
                        version,
                        Arrays.stream(permissions).map(p -> '"' + p + '"').toList());
    }
}
