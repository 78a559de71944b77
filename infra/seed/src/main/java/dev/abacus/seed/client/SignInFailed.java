package dev.abacus.seed.client;

/** Somebody could not sign in. */
public final class SignInFailed extends RuntimeException {

    SignInFailed(Credentials who, String why) {
        super("sign-in of " + who + ": " + why);
    }
}
