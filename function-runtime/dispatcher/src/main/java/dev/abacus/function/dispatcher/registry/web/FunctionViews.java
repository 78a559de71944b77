package dev.abacus.function.dispatcher.registry.web;

import dev.abacus.function.dispatcher.registry.DeployedVersion;
import dev.abacus.function.dispatcher.registry.application.Functions;
import dev.abacus.function.dispatcher.registry.application.Functions.Audited;
import dev.abacus.function.dispatcher.registry.application.Functions.Kept;
import dev.abacus.function.dispatcher.registry.domain.FunctionEntry;
import dev.abacus.function.dispatcher.registry.domain.Refusals;
import dev.abacus.kernel.web.PageRequest;
import dev.abacus.kernel.web.Slice;
import org.springframework.stereotype.Component;

/** What is shown of the registry: the record, not this process's memory of it. */
@Component
class FunctionViews {

    private final Functions functions;

    FunctionViews(Functions functions) {
        this.functions = functions;
    }

    Slice<FunctionView> list(PageRequest page) {
        return Slice.of(functions.list(page), page, FunctionEntry::name)
                .map(entry -> FunctionView.of(entry, functions.aliases(entry.name())));
    }

    FunctionView get(String name) {
        return functions
                .find(name)
                .filter(entry -> !entry.removed())
                .map(entry -> FunctionView.of(entry, functions.aliases(name)))
                .orElseThrow(() -> Refusals.noSuchFunction(name));
    }

    Slice<VersionView> versions(String name, PageRequest page) {
        known(name);
        return Slice.of(functions.versions(name, page), page, DeployedVersion::number)
                .map(VersionView::of);
    }

    VersionView version(String name, int number) {
        return VersionView.of(kept(name, number));
    }

    String source(String name, int number) {
        String source = kept(name, number).source();
        if (source == null) {
            throw Refusals.noSource(name, number);
        }
        return source;
    }

    private Kept kept(String name, int number) {
        return functions.version(name, number).orElseThrow(() -> Refusals.noSuchVersion(name, number));
    }

    Slice<AuditView> audit(String name, PageRequest page) {
        known(name);
        return Slice.of(functions.audited(name, page), page, Audited::id).map(AuditView::of);
    }

    /** What a function was is told also when it is removed. */
    private void known(String name) {
        if (functions.find(name).isEmpty()) {
            throw Refusals.noSuchFunction(name);
        }
    }
}
