package dev.abacus.tenant.token.web;

import dev.abacus.tenant.authorization.SignInRefused;
import dev.abacus.tenant.authorization.SignIns;
import dev.abacus.tenant.authorization.SignedInUser;
import dev.abacus.tenant.token.domain.UserPrincipal;
import java.util.List;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.FactorGrantedAuthority;
import org.springframework.stereotype.Component;

/**
 * Spring Security's view of a sign-in: company, username and password against the books of users. As the only provider
 * it belongs to the global manager; named by a chain as well, it would be asked twice and count each mistake twice.
 */
@Component
class SignInProvider implements AuthenticationProvider {

    private final SignIns signIns;

    SignInProvider(SignIns signIns) {
        this.signIns = signIns;
    }

    @Override
    public Authentication authenticate(Authentication typed) {
        var attempt = (SignInAttempt) typed.getDetails();
        try {
            SignedInUser user =
                    signIns.signIn(attempt.tenantCode(), typed.getName(), String.valueOf(typed.getCredentials()));
            String name = new UserPrincipal(user.tenant(), user.user()).name();
            var proven = UsernamePasswordAuthenticationToken.authenticated(
                    name,
                    null,
                    List.of(FactorGrantedAuthority.fromAuthority(FactorGrantedAuthority.PASSWORD_AUTHORITY)));
            proven.setDetails(attempt.from());
            return proven;
        } catch (SignInRefused e) {
            throw new BadCredentialsException("refused");
        }
    }

    @Override
    public boolean supports(Class<?> type) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(type);
    }
}
