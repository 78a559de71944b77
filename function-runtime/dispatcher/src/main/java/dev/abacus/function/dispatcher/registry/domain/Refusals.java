package dev.abacus.function.dispatcher.registry.domain;

import dev.abacus.kernel.domain.DomainException;
import dev.abacus.kernel.domain.DomainException.Kind;
import dev.abacus.kernel.domain.NotFound;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Every no of the registry, with its stable code. */
public final class Refusals {

    private Refusals() {}

    /** @param key as a path, such as {@code scale.max}; empty for the whole */
    public static DomainException definition(int line, String key, String message) {
        return new DomainException(
                Kind.REFUSED,
                "function-yaml",
                "function.yaml, line " + line + ": " + (key.isEmpty() ? "" : key + " ") + message + ".",
                Map.of("line", line, "key", key));
    }

    public static DomainException nameTaken(String name) {
        return new DomainException(
                Kind.REFUSED,
                "reserved-name",
                "\"" + name + "\" is a word of the platform's own addresses; call the function something else.",
                Map.of("name", name));
    }

    public static DomainException notServed(String what) {
        return new DomainException(
                Kind.REFUSED,
                "not-served",
                "function.yaml asks for " + what + ", which this runtime does not serve. Nothing was deployed.",
                Map.of("what", what));
    }

    public static DomainException anotherName(String function, String said) {
        return new DomainException(
                Kind.REFUSED,
                "another-function",
                "This is for " + function + ", but function.yaml says that its name is " + said + ".",
                Map.of("name", said));
    }

    public static DomainException noSuchFunction(String name) {
        return new NotFound("function", name);
    }

    public static DomainException noSuchVersion(String function, Object version) {
        return new NotFound("version", function + " " + version);
    }

    public static DomainException noSuchAlias(String function, String alias) {
        return new NotFound("alias", function + " " + alias);
    }

    public static DomainException noSource(String function, int version) {
        return new DomainException(
                Kind.NOT_FOUND,
                "no-source",
                "Version " + version + " of " + function + " was deployed as a jar; its source was not handed in.");
    }

    public static DomainException unknownVersion(String function, int version) {
        return new DomainException(
                Kind.REFUSED,
                "unknown-version",
                function + " has no version " + version + ".",
                Map.of("version", version));
    }

    public static DomainException versionOfALane(String function, int version, String lane) {
        return new DomainException(
                Kind.REFUSED,
                "version-of-a-lane",
                "Version " + version + " of " + function + " belongs to lane " + lane
                        + ". An alias is for everybody: deploy it again for the baseline.",
                Map.of("version", version, "lane", lane));
    }

    public static DomainException notAnAlias(String alias) {
        return new DomainException(
                Kind.REFUSED,
                "not-an-alias",
                "An alias is lower case letters, digits and hyphens, at most 63, beginning with a letter: \"" + alias
                        + "\" is not.");
    }

    public static DomainException weights(String message) {
        return new DomainException(Kind.REFUSED, "alias-weights", message);
    }

    public static DomainException nothingBefore(String function, String alias) {
        return new DomainException(
                Kind.CONFLICT,
                "nothing-to-roll-back",
                "The alias " + alias + " of " + function + " has pointed at nothing else yet.");
    }

    public static DomainException liveStays(String function) {
        return new DomainException(
                Kind.REFUSED, "live-stays", "The alias live of " + function + " goes with the function only.");
    }

    public static DomainException openInvocations(String function, long open) {
        return new DomainException(
                Kind.CONFLICT,
                "open-invocations",
                open + " invocations of " + function
                        + " have not ended. Wait for them or cancel them; removing by force" + " fails them.",
                Map.of("open", open));
    }

    public static DomainException tooLarge(long bytes, long limit) {
        return new DomainException(
                Kind.REFUSED,
                "artifact-too-large",
                "An artifact may have at most " + limit + " bytes; this one has " + bytes
                        + ". It needs neither the platform's jars nor their dependencies inside.",
                Map.of("bytes", bytes, "limit", limit));
    }

    public static DomainException noArtifact(String message) {
        return new DomainException(Kind.REFUSED, "artifact", message);
    }

    public static DomainException handlerNotThere(String handler) {
        return new DomainException(
                Kind.REFUSED,
                "handler-not-in-artifact",
                "The handler " + handler + " that function.yaml names is not in the artifact.",
                Map.of("handler", handler));
    }

    /** @param diagnostics what the compiler says, each with its line */
    public static DomainException doesNotCompile(List<Map<String, Object>> diagnostics) {
        Map<String, Object> first = diagnostics.getFirst();
        return new DomainException(
                Kind.REFUSED,
                "source-does-not-compile",
                "The source does not compile. Line " + first.get("line") + ": " + first.get("message"),
                Map.of("diagnostics", diagnostics));
    }

    public static DomainException compilerGaveUp(Duration patience) {
        return new DomainException(
                Kind.REFUSED,
                "source-too-hard",
                "The compiler came to no end with this source: it has " + patience.toSeconds() + " s and 128 MB.");
    }

    public static DomainException notALane(String tag) {
        return new DomainException(
                Kind.REFUSED,
                "not-a-lane-tag",
                "A lane's tag is its id and its generation, such as spring-3: \"" + tag + "\" is not.");
    }
}
