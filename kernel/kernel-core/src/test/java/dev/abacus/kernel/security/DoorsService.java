package dev.abacus.kernel.security;

import dev.abacus.kernel.domain.DomainException;
import dev.abacus.kernel.domain.Money;
import dev.abacus.kernel.domain.NotFound;
import dev.abacus.kernel.domain.Quantity;
import dev.abacus.kernel.security.Access.TenantStatus;
import dev.abacus.kernel.tenancy.TenantContext;
import dev.abacus.kernel.tenancy.TenantId;
import dev.abacus.kernel.tenancy.UserId;
import dev.abacus.kernel.web.EntityVersion;
import dev.abacus.kernel.web.IdempotencyKey;
import dev.abacus.kernel.web.PageRequest;
import jakarta.servlet.Filter;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** A service with one door of each kind, and a directory of access that a test can change. */
@SpringBootApplication
public class DoorsService {

    /** Access by {@code tenant/user}. */
    public static final class Directory implements AccessDirectory {

        final Map<String, Access> entries = new ConcurrentHashMap<>();

        void let(long tenant, long user, TenantStatus status, String... permissions) {
            entries.put(tenant + "/" + user, new Access(1, status, true, Set.of(permissions), Instant.EPOCH, 100));
        }

        void signOut(long tenant, long user, Instant before) {
            entries.computeIfPresent(
                    tenant + "/" + user,
                    (key, a) -> new Access(2, a.tenantStatus(), true, a.permissions(), before, 100));
        }

        void remove(long tenant, long user) {
            entries.remove(tenant + "/" + user);
        }

        @Override
        public Optional<Access> find(TenantId tenant, UserId user) {
            return Optional.ofNullable(entries.get(tenant + "/" + user));
        }
    }

    @Bean
    Directory directory() {
        return new Directory();
    }

    /** Looks for a parameter before any handler is chosen, as the token endpoint's filters do. */
    @Bean
    FilterRegistrationBean<Filter> formReader() {
        Filter reader = (request, response, chain) -> {
            request.getParameter("grant_type");
            chain.doFilter(request, response);
        };
        var registration = new FilterRegistrationBean<>(reader);
        registration.addUrlPatterns("/token");
        return registration;
    }

    record Order(@NotBlank String sku, Quantity quantity, Money price) {}

    @RestController
    static class Doors {

        @GetMapping("/orders")
        @PermissionPoint("order.read")
        Map<String, Object> read(PageRequest page) {
            return Map.of(
                    "tenant", TenantContext.require(), "by", Caller.current().name(), "limit", page.limit());
        }

        @GetMapping("/orders/{id}")
        @PermissionPoint("order.read")
        Order one(@PathVariable TenantId id) {
            throw new NotFound("order", id);
        }

        @PostMapping("/orders")
        @PermissionPoint("order.write")
        Order write(@Valid @RequestBody Order order, IdempotencyKey key) {
            return order;
        }

        @PutMapping("/orders")
        @PermissionPoint("order.write")
        String change(EntityVersion seen) {
            seen.mustBe(7);
            return "changed";
        }

        @GetMapping("/refuse")
        @SignedIn
        String refuse() {
            throw new DomainException(
                    DomainException.Kind.CONFLICT, "insufficient-stock", "Only 3 left", Map.of("available", "3"));
        }

        @GetMapping("/break")
        @SignedIn
        String fail() {
            throw new IllegalStateException("secret inside");
        }

        @GetMapping("/platform")
        @PlatformScope("platform.admin")
        String platform() {
            return "platform";
        }

        @GetMapping("/forgotten")
        String forgotten() {
            return "forgotten";
        }
    }
}
