package dev.abacus.lane.obey;

import dev.abacus.lane.membership.ConsumerGroup;
import dev.abacus.lane.membership.Holding;
import dev.abacus.lane.membership.Orders.Adoption;
import java.util.List;

/** The consumer groups of this process: what it has, what it is in, and what lane-control wants it to be in. */
public interface Groups {

    /** The groups of its service. */
    List<ConsumerGroup> all();

    /** The lanes' groups that it is in now. */
    List<Holding> holdings();

    /**
     * Joins and leaves lanes' groups so that it is an adopter in these and no others. Returns at once: holdings tell when it
     * is done.
     */
    void adopt(List<Adoption> adoptions);

    /** A process without consumers. */
    Groups NONE = new Groups() {
        @Override
        public List<ConsumerGroup> all() {
            return List.of();
        }

        @Override
        public List<Holding> holdings() {
            return List.of();
        }

        @Override
        public void adopt(List<Adoption> adoptions) {}
    };
}
