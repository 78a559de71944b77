package dev.abacus.kernel.tenantdata;

import dev.abacus.kernel.security.PermissionPoint;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Map;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/**
 * For the function runtime. The permission is in no catalogue, so that no role of a user has it: only a function's token does.
 */
@RestController
@Hidden
class TenantDataEndpoint {

    private final TenantQueries queries;

    TenantDataEndpoint(TenantQueries queries) {
        this.queries = queries;
    }

    /** @param values by the names that the statement calls them, {@code :day} */
    record Query(@NotBlank @Size(max = 20_000) String sql, Map<String, JsonNode> values) {}

    @PostMapping("/internal/tenant-data/queries")
    @PermissionPoint("tenant-data.read")
    TenantRows query(@Valid @RequestBody Query query) {
        return queries.run(query.sql(), query.values() == null ? Map.of() : query.values());
    }
}
