package dev.abacus.seed.client;

/**
 * What a person types on the sign-in page.
 *
 * @param company the company's code
 */
public record Credentials(String company, String username, String password) {

    /** Not to be read over somebody's shoulder in a log. */
    @Override
    public String toString() {
        return username + "@" + company;
    }
}
