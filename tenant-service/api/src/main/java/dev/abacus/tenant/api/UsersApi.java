package dev.abacus.tenant.api;

import dev.abacus.kernel.tenancy.UserId;
import dev.abacus.kernel.web.Slice;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.DeleteExchange;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;
import org.springframework.web.service.annotation.PutExchange;

/** The users of the caller's tenant. */
@HttpExchange("/users")
public interface UsersApi {

    /** @param text the beginning of a username */
    @GetExchange
    Slice<UserView> list(
            @RequestParam(required = false) UserView.Status status,
            @RequestParam(required = false) String text,
            @RequestParam(required = false) Integer limit,
            @RequestParam(required = false) String cursor);

    @PostExchange
    UserView create(
            @RequestHeader(name = "Idempotency-Key", required = false) String idempotencyKey,
            @RequestBody CreateUser user);

    @GetExchange("/{id}")
    UserView get(@PathVariable UserId id);

    @PutExchange("/{id}")
    UserView change(@PathVariable UserId id, @RequestHeader("If-Match") String version, @RequestBody ChangeUser user);

    @PutExchange("/{id}/roles")
    UserView assignRoles(
            @PathVariable UserId id, @RequestHeader("If-Match") String version, @RequestBody AssignRoles roles);

    @PostExchange("/{id}/disable")
    UserView disable(@PathVariable UserId id, @RequestHeader("If-Match") String version);

    @PostExchange("/{id}/enable")
    UserView enable(@PathVariable UserId id, @RequestHeader("If-Match") String version);

    @PostExchange("/{id}/reset-password")
    UserView resetPassword(
            @PathVariable UserId id, @RequestHeader("If-Match") String version, @RequestBody ResetPassword password);

    /** For good. His name stays on what he did. */
    @DeleteExchange("/{id}")
    void remove(@PathVariable UserId id, @RequestHeader("If-Match") String version);

    @GetExchange("/me")
    Me me();

    @PostExchange("/me/password")
    void changeOwnPassword(@RequestBody ChangeOwnPassword passwords);
}
