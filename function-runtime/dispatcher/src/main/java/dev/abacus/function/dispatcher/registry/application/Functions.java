package dev.abacus.function.dispatcher.registry.application;

import dev.abacus.function.dispatcher.registry.DeployedVersion;
import dev.abacus.function.dispatcher.registry.domain.Alias;
import dev.abacus.function.dispatcher.registry.domain.AuditEntry;
import dev.abacus.function.dispatcher.registry.domain.FunctionEntry;
import dev.abacus.kernel.web.PageRequest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The record of all functions. */
public interface Functions {

    /** Counts a change; until the transaction ends nobody else changes anything. */
    void count();

    /** Also when it is removed. */
    Optional<FunctionEntry> find(String name);

    /** Those that are not removed, by name; one more than the page. */
    List<FunctionEntry> list(PageRequest page);

    void save(FunctionEntry entry);

    /**
     * A version as it was handed in.
     *
     * @param definition the text of {@code function.yaml}
     * @param source null for a version that came as a jar
     */
    record Kept(DeployedVersion version, String definition, String source) {}

    void insert(Kept version);

    Optional<Kept> version(String function, int number);

    /** Newest first, without their sources; one more than the page. */
    List<DeployedVersion> versions(String function, PageRequest page);

    List<Alias> aliases(String function);

    Optional<Alias> alias(String function, String alias);

    void save(String function, Alias alias);

    void remove(String function, String alias);

    void audit(AuditEntry entry, Instant at);

    record Audited(long id, Instant at, AuditEntry entry) {}

    /** Newest first; one more than the page. */
    List<Audited> audited(String function, PageRequest page);

    /** What was made under an idempotency key. */
    record Deployment(String requestHash, String function, int number) {}

    Optional<Deployment> deployment(String key);

    void save(String key, Deployment deployment, Instant at);
}
