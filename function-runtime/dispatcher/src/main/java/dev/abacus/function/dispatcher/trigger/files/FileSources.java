package dev.abacus.function.dispatcher.trigger.files;

import dev.abacus.function.dispatcher.registry.Reach;
import dev.abacus.function.dispatcher.registry.Trigger;
import dev.abacus.function.dispatcher.trigger.Arrivals;
import dev.abacus.function.dispatcher.trigger.Source;
import dev.abacus.function.dispatcher.trigger.SourceKind;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Directories in which files arrive. */
@Component
class FileSources implements SourceKind, Reach {

    private final FileProperties properties;
    private final Arrivals arrivals;

    FileSources(FileProperties properties, Arrivals arrivals) {
        this.properties = properties;
        this.arrivals = arrivals;
    }

    @Override
    public boolean serves(Trigger trigger) {
        return trigger instanceof Trigger.Files && properties.directory() != null;
    }

    @Override
    public Optional<String> refuses(Trigger trigger) {
        return trigger instanceof Trigger.Files && properties.directory() == null
                ? Optional.of("the trigger " + trigger.name() + ", but no directory of arrivals is configured")
                : Optional.empty();
    }

    @Override
    public Source open(String function, Trigger trigger) {
        return new FileSource(properties, function, (Trigger.Files) trigger, arrivals);
    }
}
