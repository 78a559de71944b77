package dev.abacus.function.dispatcher.registry.application;

import dev.abacus.function.dispatcher.registry.domain.Alias;
import dev.abacus.function.dispatcher.registry.domain.AuditEntry;
import dev.abacus.function.dispatcher.registry.domain.FunctionEntry;
import dev.abacus.function.dispatcher.registry.domain.Refusals;
import dev.abacus.function.dispatcher.registry.domain.Target;
import dev.abacus.kernel.web.EntityVersion;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Lets aliases point elsewhere. */
@Component
public class Switching {

    private final Changes changes;
    private final Functions functions;

    Switching(Changes changes, Functions functions) {
        this.changes = changes;
        this.functions = functions;
    }

    /** @param seen the function's revision that the wish was made on */
    public void point(String function, String name, Target target, EntityVersion seen, String reason, String actor) {
        changes.change(() -> {
            FunctionEntry entry = changes.present(function);
            seen.mustBe(entry.revision());
            mustBeForEverybody(function, target.version());
            if (target.weighted()) {
                mustBeForEverybody(function, target.second());
            }
            return save(entry, name, target, "alias", reason, actor);
        });
    }

    private void mustBeForEverybody(String function, int number) {
        String lane = functions
                .version(function, number)
                .orElseThrow(() -> Refusals.unknownVersion(function, number))
                .version()
                .lane();
        if (lane != null) {
            throw Refusals.versionOfALane(function, number, lane);
        }
    }

    /**
     * Back to what the alias pointed at before its last change. In a hurry nobody reads first: this asks for no revision.
     * Rolling back twice is where one began.
     */
    public void rollBack(String function, String name, String reason, String actor) {
        changes.change(() -> {
            FunctionEntry entry = changes.present(function);
            Alias alias = functions.alias(function, name).orElseThrow(() -> Refusals.noSuchAlias(function, name));
            if (alias.before() == null) {
                throw Refusals.nothingBefore(function, name);
            }
            return save(entry, name, alias.before(), "rollback", reason, actor);
        });
    }

    private Void save(FunctionEntry entry, String name, Target target, String action, String reason, String actor) {
        Instant now = changes.now();
        Optional<Alias> before = functions.alias(entry.name(), name);
        Alias after = before.map(alias -> alias.to(target, now)).orElseGet(() -> new Alias(name, target, null, now));
        if (before.filter(after::equals).isPresent()) {
            return null;
        }
        functions.save(entry.changed(now));
        functions.save(entry.name(), after);
        changes.note(new AuditEntry(
                entry.name(),
                actor,
                action,
                reason,
                before.map(alias -> name + ": " + alias.target()).orElse(null),
                name + ": " + target));
        return null;
    }

    public void drop(String function, String name, EntityVersion seen, String reason, String actor) {
        changes.change(() -> {
            FunctionEntry entry = changes.present(function);
            seen.mustBe(entry.revision());
            if (name.equals(Alias.LIVE)) {
                throw Refusals.liveStays(function);
            }
            Alias alias = functions.alias(function, name).orElseThrow(() -> Refusals.noSuchAlias(function, name));
            functions.save(entry.changed(changes.now()));
            functions.remove(function, name);
            changes.note(new AuditEntry(function, actor, "alias", reason, name + ": " + alias.target(), null));
            return null;
        });
    }
}
