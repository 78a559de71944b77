package dev.abacus.kernel.sharding;

import dev.abacus.kernel.security.PlatformScope;
import dev.abacus.kernel.tenancy.TenantId;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** How tenant-service tells a service where a tenant's data goes. */
@RestController
@Hidden
@PlatformScope("provision")
class PlacementEndpoint {

    private final TenantPlacements placements;

    PlacementEndpoint(TenantPlacements placements) {
        this.placements = placements;
    }

    record Placement(@NotBlank String shard) {}

    @PostMapping("/internal/tenants/{tenant}/placement")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void place(@PathVariable TenantId tenant, @Valid @RequestBody Placement placement) {
        placements.place(tenant, placement.shard());
    }

    /** Tenants in each shard, to choose the emptiest. */
    @GetMapping("/internal/shards")
    Map<String, Long> load() {
        return placements.load();
    }
}
