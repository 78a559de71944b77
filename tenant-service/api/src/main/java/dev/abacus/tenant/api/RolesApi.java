package dev.abacus.tenant.api;

import java.util.List;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.service.annotation.DeleteExchange;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;
import org.springframework.web.service.annotation.PutExchange;

/** The roles of the caller's tenant. */
@HttpExchange
public interface RolesApi {

    /** All of them: a company has few. */
    @GetExchange("/roles")
    List<RoleView> list();

    @PostExchange("/roles")
    RoleView create(
            @RequestHeader(name = "Idempotency-Key", required = false) String idempotencyKey,
            @RequestBody DefineRole role);

    @GetExchange("/roles/{id}")
    RoleView get(@PathVariable RoleId id);

    @PutExchange("/roles/{id}")
    RoleView update(@PathVariable RoleId id, @RequestHeader("If-Match") String version, @RequestBody DefineRole role);

    /** Only a role that nobody has. */
    @DeleteExchange("/roles/{id}")
    void delete(@PathVariable RoleId id, @RequestHeader("If-Match") String version);

    @GetExchange("/permissions")
    List<PermissionView> permissions();
}
