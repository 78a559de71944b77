package dev.abacus.function.dispatcher.registry.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * A function that is a single Java source file.
 *
 * @param definition the text of function.yaml; when not given, that of the live version
 * @param source the text of the file that holds the handler
 * @param lane the tag of the lane that the version is for; none for the baseline
 * @param live whether calls get it at once; when not said, they do
 */
record NewScript(
        String definition,
        @NotBlank String source,
        String lane,
        Boolean live,
        @NotBlank @Size(max = 500) String reason) {}
