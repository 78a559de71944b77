package dev.abacus.lane.control.domain;

import java.util.Set;

/** What others say of members: the registry, and the broker. Their word is used only together with silence. */
public interface Outside {

    /** Nobody says anything. */
    Outside SILENT = new Outside() {
        @Override
        public boolean unregistered(String service, String instance) {
            return false;
        }

        @Override
        public Set<String> clients(String brokerGroup) {
            return Set.of();
        }
    };

    /** Whether the registry had {@code instance} and has it no more. */
    boolean unregistered(String service, String instance);

    /** The client ids that the broker has connections of in a group, as last asked; each contains its member's name. */
    Set<String> clients(String brokerGroup);
}
