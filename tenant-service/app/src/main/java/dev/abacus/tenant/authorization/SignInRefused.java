package dev.abacus.tenant.authorization;

/** No, and not why: an attacker must not learn which companies, users or passwords exist, or who is locked. */
public final class SignInRefused extends RuntimeException {

    public SignInRefused() {
        super("sign-in refused", null, false, false);
    }
}
