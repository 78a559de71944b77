package dev.abacus.lane.routing;

/** Where the instances of a service are to be looked up: in memory, as the registry has last pushed them. */
@FunctionalInterface
interface Registry {

    Serving serving(String service);
}
