package dev.abacus.tenant.authorization.web;

import dev.abacus.kernel.security.Caller;
import dev.abacus.kernel.security.SignedIn;
import dev.abacus.tenant.api.ChangeOwnPassword;
import dev.abacus.tenant.api.Me;
import dev.abacus.tenant.authorization.application.ChangingOwnPassword;
import dev.abacus.tenant.authorization.domain.PermissionCatalogue;
import dev.abacus.tenant.tenancy.TenantDirectory;
import dev.abacus.tenant.tenancy.TenantProfile;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What every user may know of and do to himself. */
@RestController
@RequestMapping("/users/me")
@SignedIn
@Tag(name = "Me", description = "The user who is signed in.")
class MeController {

    private final UserViews views;
    private final TenantDirectory tenants;
    private final PermissionCatalogue catalogue;
    private final ChangingOwnPassword changing;

    MeController(
            UserViews views, TenantDirectory tenants, PermissionCatalogue catalogue, ChangingOwnPassword changing) {
        this.views = views;
        this.tenants = tenants;
        this.catalogue = catalogue;
        this.changing = changing;
    }

    @GetMapping
    @Operation(operationId = "getMe", summary = "Who is signed in, where, and what he may do")
    Me me() {
        Caller caller = Caller.current();
        TenantProfile tenant = tenants.profile(caller.tenant()).orElseThrow();
        var company = new Me.Company(
                tenant.id(), tenant.code(), tenant.name(), tenant.currency(), tenant.language(), tenant.timeZone());
        return new Me(views.get(caller.userId()), company, catalogue.sorted(caller.permissions()));
    }

    @PostMapping("/password")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(operationId = "changeOwnPassword", summary = "Take a new password; all sessions end")
    void changePassword(@Valid @RequestBody ChangeOwnPassword passwords) {
        changing.change(passwords.current().value(), passwords.next().value());
    }
}
