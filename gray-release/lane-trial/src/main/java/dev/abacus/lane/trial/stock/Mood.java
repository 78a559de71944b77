package dev.abacus.lane.trial.stock;

import dev.abacus.lane.obey.Self;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Who this process is, and whether it works. */
@Component
class Mood {

    final String name;
    final boolean broken;
    final Self self;

    Mood(@Value("${trial.name}") String name, @Value("${trial.broken:false}") boolean broken, Self self) {
        this.name = name;
        this.broken = broken;
        this.self = self;
    }
}
