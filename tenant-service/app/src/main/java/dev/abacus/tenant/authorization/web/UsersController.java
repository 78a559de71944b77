package dev.abacus.tenant.authorization.web;

import dev.abacus.kernel.security.PermissionPoint;
import dev.abacus.kernel.tenancy.UserId;
import dev.abacus.kernel.web.EntityVersion;
import dev.abacus.kernel.web.IdempotencyKey;
import dev.abacus.kernel.web.PageRequest;
import dev.abacus.kernel.web.Slice;
import dev.abacus.tenant.api.AssignRoles;
import dev.abacus.tenant.api.ChangeUser;
import dev.abacus.tenant.api.CreateUser;
import dev.abacus.tenant.api.Permissions;
import dev.abacus.tenant.api.ResetPassword;
import dev.abacus.tenant.api.UserView;
import dev.abacus.tenant.authorization.application.ChangingUsers;
import dev.abacus.tenant.authorization.application.CreatingUser;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.net.URI;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The users of the caller's tenant. */
@RestController
@RequestMapping("/users")
@Tag(name = "Users", description = "Who works in the company.")
class UsersController {

    private final CreatingUser creating;
    private final ChangingUsers changing;
    private final UserViews views;

    UsersController(CreatingUser creating, ChangingUsers changing, UserViews views) {
        this.creating = creating;
        this.changing = changing;
        this.views = views;
    }

    @GetMapping
    @PermissionPoint(Permissions.USER_READ)
    @Operation(operationId = "listUsers", summary = "List users, oldest first")
    Slice<UserView> list(
            @RequestParam(required = false) UserView.Status status,
            @RequestParam(required = false) String text,
            PageRequest page) {
        return views.list(status, text, page);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @PermissionPoint(Permissions.USER_WRITE)
    @Operation(operationId = "createUser", summary = "Let somebody in")
    ResponseEntity<UserView> create(IdempotencyKey key, @Valid @RequestBody CreateUser wish) {
        UserId id = creating.create(key, wish);
        UserView user = views.get(id);
        return ResponseEntity.created(URI.create("/users/" + id))
                .eTag(tag(user))
                .body(user);
    }

    @GetMapping("/{id}")
    @PermissionPoint(Permissions.USER_READ)
    @Operation(operationId = "getUser", summary = "Get a user")
    ResponseEntity<UserView> get(@PathVariable UserId id) {
        return answer(id);
    }

    @PutMapping("/{id}")
    @PermissionPoint(Permissions.USER_WRITE)
    @Operation(operationId = "changeUser", summary = "Change how a user is called and reached")
    ResponseEntity<UserView> change(@PathVariable UserId id, EntityVersion seen, @Valid @RequestBody ChangeUser user) {
        changing.describe(id, seen, user.name(), user.email());
        return answer(id);
    }

    @PutMapping("/{id}/roles")
    @PermissionPoint(Permissions.USER_WRITE)
    @Operation(operationId = "assignRoles", summary = "Give a user other roles")
    ResponseEntity<UserView> assignRoles(
            @PathVariable UserId id, EntityVersion seen, @Valid @RequestBody AssignRoles assigned) {
        changing.assignRoles(id, seen, assigned.roles());
        return answer(id);
    }

    @PostMapping("/{id}/disable")
    @PermissionPoint(Permissions.USER_WRITE)
    @Operation(operationId = "disableUser", summary = "Shut a user out for now")
    ResponseEntity<UserView> disable(@PathVariable UserId id, EntityVersion seen) {
        changing.disable(id, seen);
        return answer(id);
    }

    @PostMapping("/{id}/enable")
    @PermissionPoint(Permissions.USER_WRITE)
    @Operation(operationId = "enableUser", summary = "Let a disabled user in again")
    ResponseEntity<UserView> enable(@PathVariable UserId id, EntityVersion seen) {
        changing.enable(id, seen);
        return answer(id);
    }

    @PostMapping("/{id}/reset-password")
    @PermissionPoint(Permissions.USER_WRITE)
    @Operation(operationId = "resetPassword", summary = "Give a user a new password")
    ResponseEntity<UserView> resetPassword(
            @PathVariable UserId id, EntityVersion seen, @Valid @RequestBody ResetPassword reset) {
        changing.resetPassword(id, seen, reset.password().value());
        return answer(id);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @PermissionPoint(Permissions.USER_WRITE)
    @Operation(operationId = "removeUser", summary = "Remove a user for good")
    void remove(@PathVariable UserId id, EntityVersion seen) {
        changing.remove(id, seen);
    }

    private ResponseEntity<UserView> answer(UserId id) {
        UserView user = views.get(id);
        return ResponseEntity.ok().eTag(tag(user)).body(user);
    }

    private static String tag(UserView user) {
        return new EntityVersion(user.version()).etag();
    }
}
