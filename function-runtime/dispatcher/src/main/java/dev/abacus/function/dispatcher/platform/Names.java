package dev.abacus.function.dispatcher.platform;

import dev.abacus.function.dispatcher.invocation.application.PlatformDesk.Asker;

/** Keeps what functions name apart: by function and by tenant, neither of which a function can choose. */
final class Names {

    private Names() {}

    static String of(Asker asker, String name) {
        return asker.function() + ":" + (asker.tenant() == null ? "" : asker.tenant()) + ":" + name;
    }
}
