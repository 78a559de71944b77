package dev.abacus.tenant.authorization.application;

import dev.abacus.kernel.tenancy.TenantContext;
import dev.abacus.kernel.tenancy.TenantId;
import dev.abacus.kernel.tenancy.UserId;
import dev.abacus.tenant.api.TenantStatus;
import dev.abacus.tenant.authorization.SignInRefused;
import dev.abacus.tenant.authorization.SignIns;
import dev.abacus.tenant.authorization.SignedInUser;
import dev.abacus.tenant.authorization.domain.LockOut;
import dev.abacus.tenant.authorization.domain.User;
import dev.abacus.tenant.authorization.domain.Users;
import dev.abacus.tenant.tenancy.TenantDirectory;
import dev.abacus.tenant.tenancy.TenantProfile;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Checks a password, taking as long for a user who does not exist as for one who does, and slowing down whoever guesses.
 */
@Service
class SigningIn implements SignIns {

    private static final Logger log = LoggerFactory.getLogger(SigningIn.class);

    private final TenantDirectory tenants;
    private final Users users;
    private final PasswordEncoder passwords;
    private final TransactionOperations transactions;
    private final Clock clock;
    private final LockOut lockOut = LockOut.STANDARD;
    private final String hashOfNobody;

    SigningIn(
            TenantDirectory tenants,
            Users users,
            PasswordEncoder passwords,
            TransactionOperations transactions,
            Clock clock) {
        this.tenants = tenants;
        this.users = users;
        this.passwords = passwords;
        this.transactions = transactions;
        this.clock = clock;
        this.hashOfNobody = passwords.encode("nobody has this password");
    }

    @Override
    public SignedInUser signIn(String tenantCode, String username, String password) {
        Optional<TenantProfile> tenant =
                tenants.profileByCode(tenantCode).filter(found -> found.status() == TenantStatus.ACTIVE);
        if (tenant.isEmpty()) {
            passwords.matches(password, hashOfNobody);
            throw new SignInRefused();
        }
        return TenantContext.call(tenant.get().id(), () -> signIn(tenant.get().id(), username, password));
    }

    private SignedInUser signIn(TenantId tenant, String username, String password) {
        Optional<User> user = users.named(username.strip()).filter(User::isActive);
        boolean right = passwords.matches(password, user.map(User::passwordHash).orElse(hashOfNobody));
        if (user.isEmpty() || isLocked(user.get())) {
            throw new SignInRefused();
        }
        User known = user.get();
        if (!right) {
            countFailure(known);
            throw new SignInRefused();
        }
        users.clearFailures(known.id());
        if (passwords.upgradeEncoding(known.passwordHash())) {
            users.rehash(known.id(), passwords.encode(password));
        }
        return signedIn(tenant, known);
    }

    private boolean isLocked(User user) {
        return user.lockedUntil() != null && user.lockedUntil().isAfter(clock.instant());
    }

    private void countFailure(User user) {
        transactions.executeWithoutResult(status -> {
            int failures = users.countFailure(user.id());
            Optional<Instant> until = lockOut.after(failures, clock.instant());
            until.ifPresent(end -> users.lock(user.id(), end));
            log.info("wrong password for user {}, {} in a row, locked until {}", user.id(), failures, until);
        });
    }

    @Override
    public Optional<SignedInUser> find(TenantId tenant, UserId user) {
        return tenants.profile(tenant)
                .filter(found -> found.status() == TenantStatus.ACTIVE)
                .flatMap(found -> TenantContext.call(tenant, () -> users.find(user)))
                .filter(User::isActive)
                .map(found -> signedIn(tenant, found));
    }

    private static SignedInUser signedIn(TenantId tenant, User user) {
        return new SignedInUser(tenant, user.id(), user.username(), user.name(), user.tokensNotBefore());
    }
}
