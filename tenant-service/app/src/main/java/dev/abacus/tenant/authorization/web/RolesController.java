package dev.abacus.tenant.authorization.web;

import dev.abacus.kernel.security.PermissionPoint;
import dev.abacus.kernel.web.EntityVersion;
import dev.abacus.kernel.web.IdempotencyKey;
import dev.abacus.tenant.api.DefineRole;
import dev.abacus.tenant.api.PermissionView;
import dev.abacus.tenant.api.Permissions;
import dev.abacus.tenant.api.RoleId;
import dev.abacus.tenant.api.RoleView;
import dev.abacus.tenant.authorization.application.DefiningRoles;
import dev.abacus.tenant.authorization.domain.PermissionCatalogue;
import dev.abacus.tenant.authorization.domain.Role;
import dev.abacus.tenant.authorization.domain.Roles;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.net.URI;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The roles of the caller's tenant and what they can be made of. */
@RestController
@Tag(name = "Roles", description = "What a kind of user may do.")
class RolesController {

    private final DefiningRoles defining;
    private final Roles roles;
    private final PermissionCatalogue catalogue;

    RolesController(DefiningRoles defining, Roles roles, PermissionCatalogue catalogue) {
        this.defining = defining;
        this.roles = roles;
        this.catalogue = catalogue;
    }

    @GetMapping("/roles")
    @PermissionPoint(Permissions.ROLE_READ)
    @Operation(operationId = "listRoles", summary = "List all roles")
    List<RoleView> list() {
        return roles.all().stream().map(this::view).toList();
    }

    @PostMapping("/roles")
    @ResponseStatus(HttpStatus.CREATED)
    @PermissionPoint(Permissions.ROLE_WRITE)
    @Operation(operationId = "createRole", summary = "Make a role")
    ResponseEntity<RoleView> create(IdempotencyKey key, @Valid @RequestBody DefineRole wish) {
        RoleId id = defining.create(key, wish);
        RoleView role = view(roles.get(id));
        return ResponseEntity.created(URI.create("/roles/" + id))
                .eTag(tag(role))
                .body(role);
    }

    @GetMapping("/roles/{id}")
    @PermissionPoint(Permissions.ROLE_READ)
    @Operation(operationId = "getRole", summary = "Get a role")
    ResponseEntity<RoleView> get(@PathVariable RoleId id) {
        return answer(id);
    }

    @PutMapping("/roles/{id}")
    @PermissionPoint(Permissions.ROLE_WRITE)
    @Operation(operationId = "updateRole", summary = "Rename a role or change what it holds")
    ResponseEntity<RoleView> update(@PathVariable RoleId id, EntityVersion seen, @Valid @RequestBody DefineRole wish) {
        defining.redefine(id, seen, wish);
        return answer(id);
    }

    @DeleteMapping("/roles/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @PermissionPoint(Permissions.ROLE_WRITE)
    @Operation(operationId = "deleteRole", summary = "Delete a role that nobody has")
    void delete(@PathVariable RoleId id, EntityVersion seen) {
        defining.delete(id, seen);
    }

    @GetMapping("/permissions")
    @PermissionPoint(Permissions.ROLE_READ)
    @Operation(operationId = "listPermissions", summary = "List the permission points that roles are made of")
    List<PermissionView> permissions() {
        return catalogue.all().entrySet().stream()
                .map(entry -> new PermissionView(entry.getKey(), entry.getValue()))
                .toList();
    }

    private ResponseEntity<RoleView> answer(RoleId id) {
        RoleView role = view(roles.get(id));
        return ResponseEntity.ok().eTag(tag(role)).body(role);
    }

    private RoleView view(Role role) {
        return new RoleView(
                role.id(),
                role.code(),
                role.name(),
                role.isAdministrator(),
                catalogue.sorted(role.grants(catalogue)),
                role.version());
    }

    private static String tag(RoleView role) {
        return new EntityVersion(role.version()).etag();
    }
}
