package dev.abacus.function.dispatcher.registry.application;

/** Makes an artifact of a single source file. */
@FunctionalInterface
public interface SourceCompiler {

    /**
     * @param handler the class that the file holds
     * @return a jar with that class and those beside it
     * @throws dev.abacus.kernel.domain.DomainException {@code source-does-not-compile} with {@code diagnostics}
     */
    byte[] compile(String handler, String source);
}
