package dev.abacus.bff.session;

import dev.abacus.kernel.security.Caller;
import dev.abacus.kernel.security.Public;
import dev.abacus.kernel.security.SignedIn;
import dev.abacus.kernel.tenancy.TenantId;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What a page needs to know of its session. */
@RestController
class SessionController {

    private final SessionCookie cookie;
    private final SigningOut signingOut;

    /** Who is signed in, and what he may do, in the order of the alphabet. */
    record SessionView(TenantId tenant, String name, List<String> permissions) {}

    SessionController(SessionCookie cookie, SigningOut signingOut) {
        this.cookie = cookie;
        this.signingOut = signingOut;
    }

    @GetMapping("/app/session")
    @SignedIn
    SessionView session() {
        Caller caller = Caller.current();
        return new SessionView(
                caller.tenant(),
                caller.name(),
                caller.permissions().stream().sorted().toList());
    }

    @PostMapping("/app/logout")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Public(because = "whoever has a session may end it, also when it no longer lets him in")
    void logout(HttpServletRequest request, HttpServletResponse response) {
        cookie.read(request).ifPresent(id -> signingOut.signOut(id, request.getHeader(HttpHeaders.COOKIE)));
        cookie.take(response);
    }
}
