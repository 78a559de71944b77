package dev.abacus.function.dispatcher.registry.application;

import dev.abacus.function.dispatcher.registry.OpenInvocations;
import dev.abacus.function.dispatcher.registry.domain.Alias;
import dev.abacus.function.dispatcher.registry.domain.AuditEntry;
import dev.abacus.function.dispatcher.registry.domain.FunctionEntry;
import dev.abacus.function.dispatcher.registry.domain.Refusals;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Takes a function out of the catalogue. Its versions and its history stay, and its numbers are not used again: deployed under
 * the same name later, it goes on after its last version.
 */
@Component
public class Removing {

    private final Changes changes;
    private final Functions functions;
    private final ObjectProvider<OpenInvocations> open;

    Removing(Changes changes, Functions functions, ObjectProvider<OpenInvocations> open) {
        this.changes = changes;
        this.functions = functions;
        this.open = open;
    }

    /** @param force also when invocations have not ended; those find no version any more and fail */
    public void remove(String function, boolean force, String reason, String actor) {
        changes.change(() -> {
            FunctionEntry entry = changes.present(function);
            long waiting = open.stream()
                    .mapToLong(invocations -> invocations.of(function))
                    .sum();
            if (waiting > 0 && !force) {
                throw Refusals.openInvocations(function, waiting);
            }
            List<Alias> aliases = functions.aliases(function);
            aliases.forEach(alias -> functions.remove(function, alias.name()));
            functions.save(entry.gone(changes.now()));
            changes.note(new AuditEntry(
                    function,
                    actor,
                    force ? "remove by force" : "remove",
                    reason,
                    aliases.stream()
                            .map(alias -> alias.name() + ": " + alias.target())
                            .toList()
                            .toString(),
                    null));
            return null;
        });
    }
}
