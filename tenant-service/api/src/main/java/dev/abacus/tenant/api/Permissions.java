package dev.abacus.tenant.api;

import java.util.List;

/** The permission points of tenant-service: what a company's users may do about users and roles. */
public final class Permissions {

    public static final String USER_READ = "user.read";
    public static final String USER_WRITE = "user.write";
    public static final String ROLE_READ = "role.read";
    public static final String ROLE_WRITE = "role.write";

    /** In the order in which people read them. */
    public static final List<String> ALL = List.of(USER_READ, USER_WRITE, ROLE_READ, ROLE_WRITE);

    private Permissions() {}
}
