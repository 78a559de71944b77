package dev.abacus.function.dispatcher.registry.application;

import dev.abacus.function.dispatcher.registry.DeployedVersion;
import dev.abacus.function.dispatcher.registry.FunctionDefinition;
import dev.abacus.function.dispatcher.registry.application.Functions.Deployment;
import dev.abacus.function.dispatcher.registry.application.Functions.Kept;
import dev.abacus.function.dispatcher.registry.domain.Alias;
import dev.abacus.function.dispatcher.registry.domain.AuditEntry;
import dev.abacus.function.dispatcher.registry.domain.FunctionEntry;
import dev.abacus.function.dispatcher.registry.domain.Refusals;
import dev.abacus.function.dispatcher.registry.domain.Target;
import dev.abacus.kernel.domain.DomainException;
import dev.abacus.kernel.domain.DomainException.Kind;
import dev.abacus.kernel.web.IdempotencyKey;
import dev.abacus.lane.LaneTag;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Makes a new version of a function, and the function with its first one. */
@Component
public class Deploying {

    /** Segments of the platform's own paths: a function of such a name could not be addressed. */
    private static final Set<String> RESERVED = Set.of("internal", "actuator", "v3", "error");

    private static final int LONGEST_SOURCE = 256 * 1024;

    private final Changes changes;
    private final Functions functions;
    private final Artifacts artifacts;
    private final SourceCompiler compiler;
    private final Served served;

    Deploying(Changes changes, Functions functions, Artifacts artifacts, SourceCompiler compiler, Served served) {
        this.changes = changes;
        this.functions = functions;
        this.artifacts = artifacts;
        this.compiler = compiler;
        this.served = served;
    }

    /** @return the new version; for a repeated key the first one's */
    public DeployedVersion deploy(IdempotencyKey key, NewVersion wish, String author) {
        String hash = RequestHash.of(wish);
        Optional<DeployedVersion> before = repeated(key, hash);
        if (before.isPresent()) {
            return before.get();
        }
        FunctionDefinition definition = FunctionYaml.read(wish.definition());
        if (wish.function() != null && !wish.function().equals(definition.name())) {
            throw Refusals.anotherName(wish.function(), definition.name());
        }
        if (RESERVED.contains(definition.name())) {
            throw Refusals.nameTaken(definition.name());
        }
        served.check(definition);
        String lane = wish.lane() == null ? null : lane(wish.lane());
        String sha256 = artifacts.keep(artifact(wish, definition));
        return changes.change(() -> repeated(key, hash).orElseGet(() -> {
            DeployedVersion version = insert(definition, wish, sha256, lane, author);
            if (key.isPresent()) {
                functions.save(key.value(), new Deployment(hash, version.function(), version.number()), changes.now());
            }
            return version;
        }));
    }

    /** What a new source is run by when nothing else is said: the text of the live version's {@code function.yaml}. */
    public String definitionOfLive(String function) {
        return functions
                .alias(changes.present(function).name(), Alias.LIVE)
                .flatMap(alias -> functions.version(function, alias.target().version()))
                .map(Kept::definition)
                .orElseThrow(() -> Refusals.noSuchAlias(function, Alias.LIVE));
    }

    private static String lane(String tag) {
        try {
            return LaneTag.parse(tag).toString();
        } catch (IllegalArgumentException e) {
            throw Refusals.notALane(tag);
        }
    }

    private Optional<DeployedVersion> repeated(IdempotencyKey key, String hash) {
        return (key.isPresent() ? functions.deployment(key.value()) : Optional.<Deployment>empty()).map(before -> {
            if (!before.requestHash().equals(hash)) {
                throw new DomainException(
                        Kind.REFUSED,
                        "idempotency-key-reused",
                        "This Idempotency-Key was used for another request. Take a new one.");
            }
            return functions
                    .version(before.function(), before.number())
                    .map(Kept::version)
                    .orElseThrow();
        });
    }

    private byte[] artifact(NewVersion wish, FunctionDefinition definition) {
        if ((wish.jar() == null) == (wish.source() == null)) {
            throw Refusals.noArtifact("Hand in an artifact, which is a jar, or a source: one of the two.");
        }
        if (wish.source() != null && wish.source().length() > LONGEST_SOURCE) {
            throw Refusals.tooLarge(wish.source().length(), LONGEST_SOURCE);
        }
        byte[] jar = wish.jar() == null ? compiler.compile(definition.handler(), wish.source()) : wish.jar();
        if (jar.length > Artifacts.LARGEST) {
            throw Refusals.tooLarge(jar.length, Artifacts.LARGEST);
        }
        Jar.mustHold(definition.handler(), jar);
        return jar;
    }

    private DeployedVersion insert(
            FunctionDefinition definition, NewVersion wish, String sha256, String lane, String author) {
        Instant now = changes.now();
        FunctionEntry entry = functions
                .find(definition.name())
                .orElseGet(() -> FunctionEntry.first(definition.name(), now))
                .deployed(now);
        functions.save(entry);
        DeployedVersion version = new DeployedVersion(
                entry.name(), entry.lastVersion(), definition, sha256, lane, author, wish.reason(), now);
        functions.insert(new Kept(version, wish.definition(), wish.source()));
        String what = "version " + version.number() + (lane == null ? "" : " on lane " + lane);
        changes.note(new AuditEntry(
                entry.name(), author, "deploy", wish.reason(), null, what + ", sha256 " + sha256.substring(0, 12)));
        if (wish.live() && lane == null) {
            goLive(version, author, wish.reason(), now);
        }
        return version;
    }

    private void goLive(DeployedVersion version, String author, String reason, Instant now) {
        Target target = Target.of(version.number());
        Optional<Alias> live = functions.alias(version.function(), Alias.LIVE);
        functions.save(
                version.function(),
                live.map(alias -> alias.to(target, now)).orElseGet(() -> new Alias(Alias.LIVE, target, null, now)));
        changes.note(new AuditEntry(
                version.function(),
                author,
                "alias",
                reason,
                live.map(alias -> Alias.LIVE + ": " + alias.target()).orElse(null),
                Alias.LIVE + ": " + target));
    }
}
