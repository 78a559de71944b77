package dev.abacus.tenant.authorization.domain;

import dev.abacus.kernel.domain.DomainException;
import dev.abacus.kernel.tenancy.UserId;
import dev.abacus.tenant.api.RoleId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;

/** Somebody who works, or has worked, in a tenant. */
public final class User {

    /** Where a user is in his life. A removed one stays in the books, because his name is on what he did. */
    public enum Status {
        ACTIVE,
        DISABLED,
        REMOVED
    }

    private final UserId id;
    private final String username;
    private final Instant createdAt;
    private final Instant lockedUntil;
    private final int version;
    private String name;
    private String email;
    private Status status;
    private String passwordHash;
    private Set<RoleId> roles;
    private Instant tokensNotBefore;

    /** As he is in the books. */
    public User(
            UserId id,
            String username,
            String name,
            String email,
            Status status,
            String passwordHash,
            Set<RoleId> roles,
            Instant tokensNotBefore,
            Instant lockedUntil,
            Instant createdAt,
            int version) {
        this.id = id;
        this.username = username;
        this.name = name;
        this.email = email;
        this.status = status;
        this.passwordHash = passwordHash;
        this.roles = Set.copyOf(roles);
        this.tokensNotBefore = tokensNotBefore;
        this.lockedUntil = lockedUntil;
        this.createdAt = createdAt;
        this.version = version;
    }

    public static User create(
            UserId id, String username, String name, String email, String hash, Set<RoleId> roles, Instant now) {
        return new User(id, username, name, email, Status.ACTIVE, hash, roles, Instant.EPOCH, null, now, 0);
    }

    public void change(String newName, String newEmail) {
        name = newName;
        email = newEmail;
    }

    public void assign(Set<RoleId> newRoles) {
        roles = Set.copyOf(newRoles);
    }

    public void disable(Instant now) {
        move("disabled", Status.ACTIVE, Status.DISABLED);
        signOutEverywhere(now);
    }

    public void enable() {
        move("enabled", Status.DISABLED, Status.ACTIVE);
    }

    /** For good: he loses his roles, and his username is free again. */
    public void remove(Instant now) {
        status = Status.REMOVED;
        roles = Set.of();
        signOutEverywhere(now);
    }

    /** Whoever knew the old password is out, wherever he had signed in with it. */
    public void setPassword(String hash, Instant now) {
        passwordHash = hash;
        signOutEverywhere(now);
    }

    /** Tokens tell their time in whole seconds, so one issued within this second must count as before it. */
    private void signOutEverywhere(Instant now) {
        tokensNotBefore = now.truncatedTo(ChronoUnit.SECONDS).plusSeconds(1);
    }

    private void move(String what, Status from, Status to) {
        if (status != from) {
            throw new DomainException(
                    DomainException.Kind.CONFLICT,
                    "user-status",
                    "A user who is " + status + " cannot be " + what + ".");
        }
        status = to;
    }

    public UserId id() {
        return id;
    }

    public String username() {
        return username;
    }

    public String name() {
        return name;
    }

    public String email() {
        return email;
    }

    public Status status() {
        return status;
    }

    public boolean isActive() {
        return status == Status.ACTIVE;
    }

    public String passwordHash() {
        return passwordHash;
    }

    public Set<RoleId> roles() {
        return roles;
    }

    public Instant tokensNotBefore() {
        return tokensNotBefore;
    }

    /** {@code null} when he is not locked out. */
    public Instant lockedUntil() {
        return lockedUntil;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public int version() {
        return version;
    }
}
