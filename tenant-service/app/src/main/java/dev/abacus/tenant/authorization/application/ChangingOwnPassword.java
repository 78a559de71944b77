package dev.abacus.tenant.authorization.application;

import dev.abacus.kernel.domain.DomainException;
import dev.abacus.kernel.security.Caller;
import dev.abacus.tenant.authorization.SignInRefused;
import dev.abacus.tenant.authorization.SignIns;
import dev.abacus.tenant.authorization.SignInsEnded;
import dev.abacus.tenant.authorization.domain.User;
import dev.abacus.tenant.authorization.domain.Users;
import dev.abacus.tenant.tenancy.AccessVersions;
import dev.abacus.tenant.tenancy.TenantDirectory;
import java.time.Clock;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/** A user gives himself a new password, proving that he knows the old one; then he signs in anew everywhere. */
@Service
public class ChangingOwnPassword {

    private final Users users;
    private final SignIns signIns;
    private final TenantDirectory tenants;
    private final AccessVersions access;
    private final PasswordEncoder passwords;
    private final ApplicationEventPublisher told;
    private final Clock clock;
    private final TransactionOperations transactions;

    ChangingOwnPassword(
            Users users,
            SignIns signIns,
            TenantDirectory tenants,
            AccessVersions access,
            PasswordEncoder passwords,
            ApplicationEventPublisher told,
            Clock clock,
            TransactionOperations transactions) {
        this.users = users;
        this.signIns = signIns;
        this.tenants = tenants;
        this.access = access;
        this.passwords = passwords;
        this.told = told;
        this.clock = clock;
        this.transactions = transactions;
    }

    public void change(String current, String next) {
        Caller caller = Caller.current();
        prove(caller, current);
        String hash = passwords.encode(next);
        transactions.executeWithoutResult(status -> {
            access.raise(caller.tenant());
            User user = users.find(caller.userId()).orElseThrow();
            user.setPassword(hash, clock.instant());
            users.update(user);
            told.publishEvent(new SignInsEnded(caller.tenant(), caller.userId()));
        });
    }

    /** Like a sign-in, so that a stolen token cannot be used to guess the password without limit. */
    private void prove(Caller caller, String password) {
        String tenant = tenants.profile(caller.tenant()).orElseThrow().code();
        String username = users.find(caller.userId()).orElseThrow().username();
        try {
            signIns.signIn(tenant, username, password);
        } catch (SignInRefused e) {
            throw new DomainException(
                    DomainException.Kind.REFUSED, "wrong-password", "The current password is not right.");
        }
    }
}
