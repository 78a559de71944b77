package dev.abacus.tenant.api;

/** What a user may be called when signing in. */
public final class UserNames {

    public static final String FORM = "[a-zA-Z0-9][a-zA-Z0-9._@+-]{1,63}";
    public static final String MESSAGE = "is 2 to 64 letters, digits, '.', '_', '@', '+' or '-'";

    private UserNames() {}
}
