package dev.abacus.infra.launcher;

import java.util.List;

/**
 * One process of the topology.
 *
 * @param needs the programs that must be ready before this one is started
 * @param ports every port it listens on; the first is the one to call
 */
record Program(String name, Kind kind, List<String> needs, List<Integer> ports, Readiness readiness, Launch launch) {

    enum Kind {
        SERVER,
        SERVICE,
        /** A service's instance on a lane, beside the baseline's: started only when it is named. */
        LANE_INSTANCE,
        /** A server that is started only when it is named. */
        OPTIONAL_SERVER
    }

    Program needs(String... names) {
        return new Program(name, kind, List.of(names), ports, readiness, launch);
    }

    /** Built from this checkout's own sources. */
    boolean isOurs() {
        return kind == Kind.SERVICE || kind == Kind.LANE_INSTANCE;
    }

    boolean startsByDefault() {
        return kind == Kind.SERVER || kind == Kind.SERVICE;
    }
}
