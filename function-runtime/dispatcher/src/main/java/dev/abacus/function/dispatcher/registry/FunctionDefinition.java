package dev.abacus.function.dispatcher.registry;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What {@code function.yaml} says.
 *
 * @param name lower case letters, digits and hyphens, as a host name's label
 * @param handler the class
 * @param memoryMb the heap of an instance, in MiB
 * @param timeout of one attempt
 * @param concurrency calls that one instance serves at a time, 1 to 200
 * @param maxAge an asynchronous invocation that has not succeeded by then is expired
 * @param success where results go; null for nowhere
 * @param failure where what failed for good goes; null: it is kept as a dead letter
 * @param services what it may ask of services, each named once
 * @param settings handed to the function beside the configuration of the runtime
 */
public record FunctionDefinition(
        String name,
        String handler,
        int memoryMb,
        Duration timeout,
        int concurrency,
        Scale scale,
        Retry retry,
        Duration maxAge,
        Isolation isolation,
        Access access,
        Limits limits,
        Destination success,
        Destination failure,
        List<Trigger> triggers,
        List<ServiceUse> services,
        Map<String, String> settings) {

    private static final Pattern NAME = Pattern.compile("[a-z]([a-z0-9-]{0,61}[a-z0-9])?");
    private static final Duration LONGEST_TIMEOUT = Duration.ofHours(24);
    private static final Duration LONGEST_AGE = Duration.ofDays(7);

    public FunctionDefinition {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("name: \"" + name
                    + "\" must be lower case letters, digits and hyphens, at most 63, beginning with a letter");
        }
        if (handler == null || handler.isBlank()) {
            throw new IllegalArgumentException("handler: the class of the function is missing");
        }
        if (memoryMb < 16 || memoryMb > 4096) {
            throw new IllegalArgumentException("memory: " + memoryMb + " MiB must be between 16 and 4096");
        }
        if (!timeout.isPositive() || timeout.compareTo(LONGEST_TIMEOUT) > 0) {
            throw new IllegalArgumentException("timeout: " + timeout + " must be positive and at most 24 hours");
        }
        if (concurrency < 1 || concurrency > 200) {
            throw new IllegalArgumentException("concurrency: " + concurrency + " must be between 1 and 200");
        }
        if (!maxAge.isPositive() || maxAge.compareTo(LONGEST_AGE) > 0) {
            throw new IllegalArgumentException("maxAge: " + maxAge + " must be positive and at most 7 days");
        }
        if (triggers.stream().map(Trigger::name).distinct().count() < triggers.size()) {
            throw new IllegalArgumentException("triggers: two of them have the same name");
        }
        if (services.stream().map(ServiceUse::service).distinct().count() < services.size()) {
            throw new IllegalArgumentException("services: one of them is named twice");
        }
        triggers = List.copyOf(triggers);
        services = List.copyOf(services);
        settings = Map.copyOf(settings);
    }
}
