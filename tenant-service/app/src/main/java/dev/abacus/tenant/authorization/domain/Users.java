package dev.abacus.tenant.authorization.domain;

import dev.abacus.kernel.tenancy.UserId;
import dev.abacus.tenant.api.RoleId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The users of the current tenant. */
public interface Users {

    /** Also somebody who was removed. */
    Optional<User> find(UserId id);

    /** Somebody who was not removed, by the name he signs in with; case does not matter. */
    Optional<User> named(String username);

    /** @throws UsernameTaken when somebody who was not removed has it */
    void add(User user);

    /** @throws dev.abacus.kernel.web.EntityVersion.Stale when somebody else changed him meanwhile */
    void update(User user);

    /** Keeps a better hash of the same password. */
    void rehash(UserId id, String passwordHash);

    /** Counts a wrong password. @return how many in a row there were with this one */
    int countFailure(UserId id);

    /** @param until nobody can sign in as him before */
    void lock(UserId id, Instant until);

    /** The right password: wrong ones before it are forgotten. */
    void clearFailures(UserId id);

    /** @return up to {@code limit} of those after the id {@code after}, oldest first, none removed */
    List<User> list(Filter filter, long after, int limit);

    /** How many there are, disabled ones too, removed ones not. */
    int count();

    /** How many active users have the role. */
    int countActive(RoleId role);

    /** Whether anybody has the role. */
    boolean anyWith(RoleId role);

    /**
     * What a list is narrowed by; {@code null} means any.
     *
     * @param text the beginning of a username
     */
    record Filter(User.Status status, String text) {}
}
