package dev.abacus.function.dispatcher.registry.application;

/**
 * A wish to deploy: a jar or a source, never both.
 *
 * @param function the function that it must be of; null when the definition's word is enough
 * @param definition the text of {@code function.yaml}
 * @param lane the tag of the lane that it is for; null for the baseline
 * @param live whether calls get it at once; a lane's version is its lane's, whatever this says
 */
public record NewVersion(
        String function, String definition, byte[] jar, String source, String lane, boolean live, String reason) {}
