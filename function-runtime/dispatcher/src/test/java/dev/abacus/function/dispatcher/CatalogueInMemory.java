package dev.abacus.function.dispatcher;

import dev.abacus.function.dispatcher.registry.Catalogue;
import dev.abacus.function.dispatcher.registry.DeployedVersion;
import dev.abacus.function.dispatcher.registry.FunctionDefinition;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Functions that a test deploys; the last version of each is live. */
public final class CatalogueInMemory implements Catalogue {

    private record Deployed(DeployedVersion version, Path jar) {}

    private final Map<String, List<Deployed>> functions = new ConcurrentHashMap<>();
    private final List<Runnable> listeners = new ArrayList<>();

    public DeployedVersion deploy(FunctionDefinition definition, Path jar) {
        List<Deployed> versions = functions.computeIfAbsent(definition.name(), name -> new ArrayList<>());
        var version = new DeployedVersion(
                definition.name(), versions.size() + 1, definition, "0", null, "test", "a test", Instant.EPOCH);
        versions.add(new Deployed(version, jar));
        listeners.forEach(Runnable::run);
        return version;
    }

    @Override
    public Optional<DeployedVersion> resolve(String function, String qualifier, String tenant, String lane) {
        return Optional.ofNullable(functions.get(function)).map(List::getLast).map(Deployed::version);
    }

    @Override
    public Optional<DeployedVersion> version(String function, int number) {
        return Optional.ofNullable(functions.get(function))
                .map(versions -> versions.get(number - 1).version());
    }

    @Override
    public List<DeployedVersion> live() {
        return functions.values().stream()
                .map(versions -> versions.getLast().version())
                .toList();
    }

    @Override
    public Path artifact(DeployedVersion version) {
        return functions.get(version.function()).get(version.number() - 1).jar();
    }

    @Override
    public void onChange(Runnable listener) {
        listeners.add(listener);
    }
}
