package dev.abacus.seed.story;

/** What the people of the demo type. Everybody may know it: the demo's companies exist on developers' machines only. */
public final class Passwords {

    public static final String OF_EVERYBODY = "abacus-demo-only";

    private Passwords() {}
}
