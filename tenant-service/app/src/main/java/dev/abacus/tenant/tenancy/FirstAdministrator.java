package dev.abacus.tenant.tenancy;

/**
 * The first user of a new tenant.
 *
 * @param passwordHash never the password itself; {@code null} once the user exists
 */
public record FirstAdministrator(String username, String name, String email, String passwordHash) {

    @Override
    public String toString() {
        return username;
    }
}
