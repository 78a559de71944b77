package dev.abacus.function.dispatcher.registry.application;

import dev.abacus.function.dispatcher.registry.Access;
import dev.abacus.function.dispatcher.registry.Destination;
import dev.abacus.function.dispatcher.registry.FunctionDefinition;
import dev.abacus.function.dispatcher.registry.Isolation;
import dev.abacus.function.dispatcher.registry.Limits;
import dev.abacus.function.dispatcher.registry.Retry;
import dev.abacus.function.dispatcher.registry.Scale;
import dev.abacus.function.dispatcher.registry.ServiceUse;
import dev.abacus.function.dispatcher.registry.Topics;
import dev.abacus.function.dispatcher.registry.Trigger;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.springframework.scheduling.support.CronExpression;

/**
 * Reads {@code function.yaml}; {@code docs/functions.md} describes it. What is not said is what costs and opens least: no
 * instance is kept ready, and only the platform may call.
 */
public final class FunctionYaml {

    private static final int MEMORY_MB = 64;
    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final int CONCURRENCY = 10;
    private static final Duration MAX_AGE = Duration.ofHours(6);

    private FunctionYaml() {}

    /** @throws dev.abacus.kernel.domain.DomainException {@code function-yaml} with {@code line} and {@code key} */
    public static FunctionDefinition read(String text) {
        YamlSection yaml = YamlSection.of(
                text,
                "name",
                "handler",
                "memory",
                "timeout",
                "concurrency",
                "scale",
                "retry",
                "maxAge",
                "isolation",
                "access",
                "limits",
                "destinations",
                "triggers",
                "services",
                "settings");
        String name = yaml.text("name");
        YamlSection destinations = yaml.section("destinations", "success", "failure");
        return yaml.make(() -> new FunctionDefinition(
                name,
                yaml.text("handler"),
                yaml.mebibytes("memory", MEMORY_MB),
                yaml.duration("timeout", TIMEOUT),
                yaml.number("concurrency", CONCURRENCY),
                scale(yaml.section("scale", "min", "max")),
                retry(yaml.section("retry", "times", "backoff", "longest")),
                yaml.duration("maxAge", MAX_AGE),
                yaml.word("isolation", Isolation.SHARED),
                yaml.word("access", Access.PLATFORM),
                limits(yaml.section("limits", "rate", "concurrency", "queue")),
                destination(destinations, "success"),
                destination(destinations, "failure"),
                yaml.sections("triggers", "name", "rocketmq", "kafka", "timer", "files").stream()
                        .map(trigger -> trigger(name, trigger))
                        .toList(),
                yaml.sections("services", "name", "permissions", "calls", "data").stream()
                        .map(FunctionYaml::service)
                        .toList(),
                yaml.texts("settings")));
    }

    private static Scale scale(YamlSection scale) {
        int min = scale.number("min", Scale.DEFAULT.min());
        return scale.make(() -> new Scale(min, scale.number("max", Math.max(min, Scale.DEFAULT.max()))));
    }

    private static Retry retry(YamlSection retry) {
        Duration backoff = retry.duration("backoff", Retry.DEFAULT.backoff());
        Duration longest = Retry.DEFAULT.longest().compareTo(backoff) < 0 ? backoff : Retry.DEFAULT.longest();
        return retry.make(() ->
                new Retry(retry.number("times", Retry.DEFAULT.times()), backoff, retry.duration("longest", longest)));
    }

    private static Limits limits(YamlSection limits) {
        return limits.make(() -> new Limits(
                limits.number("rate", Limits.DEFAULT.rate()),
                limits.number("concurrency", Limits.DEFAULT.concurrency()),
                limits.number("queue", Limits.DEFAULT.queue())));
    }

    private static Destination destination(YamlSection destinations, String which) {
        if (!destinations.has(which)) {
            return null;
        }
        // What failed is told by the runtime, whose event says nothing of where to.
        String[] kinds = which.equals("success")
                ? new String[] {"function", "topic", "kafka", "webhook", "extension"}
                : new String[] {"function", "topic", "kafka", "webhook"};
        YamlSection one = destinations.section(which, kinds);
        return switch (one.oneOf(kinds)) {
            case "function" -> new Destination.Function(one.text("function"));
            case "topic" -> new Destination.Topic("rocketmq", one.value("topic", null, Topics::rocketMq));
            case "kafka" -> new Destination.Topic("kafka", one.value("kafka", null, Topics::kafka));
            case "extension" -> new Destination.Answered(one.value("extension", null, FunctionYaml::extension));
            default -> {
                YamlSection webhook = one.section("webhook", "url", "secret");
                webhook.text("url");
                yield new Destination.Webhook(
                        webhook.value("url", null, Destination.Webhook::address), webhook.text("secret"));
            }
        };
    }

    private static ServiceUse service(YamlSection service) {
        return service.make(() -> new ServiceUse(
                service.text("name"),
                Set.copyOf(service.words("permissions")),
                service.words("calls"),
                service.value("data", false, FunctionYaml::yes)));
    }

    /** "Naming Conventions", CloudEvents 1.0.2. */
    private static String extension(String name) {
        if (!name.matches("[a-z0-9]{1,20}")) {
            throw new IllegalArgumentException("\"" + name
                    + "\" must be lower case letters and digits, at most 20, as a CloudEvents extension is");
        }
        return name;
    }

    private static Trigger trigger(String function, YamlSection trigger) {
        trigger.text("name");
        String name = trigger.value("name", null, FunctionYaml::triggerName);
        return switch (trigger.oneOf("rocketmq", "kafka", "timer", "files")) {
            case "rocketmq" -> {
                YamlSection source = trigger.section("rocketmq", "topic", "order");
                source.text("topic");
                yield new Trigger.RocketMq(
                        name,
                        source.value("topic", null, Topics::rocketMq),
                        source.value("order", true, FunctionYaml::byKey));
            }
            case "kafka" -> {
                YamlSection source = trigger.section("kafka", "topic", "group", "order", "tenant", "trusted");
                source.text("topic");
                yield source.make(() -> new Trigger.Kafka(
                        name,
                        source.value("topic", null, Topics::kafka),
                        source.value("group", "fn-" + function + "_" + name, Topics::kafka),
                        source.value("order", false, FunctionYaml::byKey),
                        source.value("tenant", null, FunctionYaml::tenant),
                        source.value("trusted", false, FunctionYaml::yes)));
            }
            case "timer" -> {
                YamlSection source = trigger.section("timer", "cron", "zone", "data");
                yield new Trigger.Timer(
                        name,
                        source.value("cron", source.text("cron"), FunctionYaml::cron),
                        source.value("zone", ZoneId.of("UTC"), FunctionYaml::zone),
                        source.text("data", null));
            }
            default -> {
                YamlSection source = trigger.section("files", "directory", "pattern", "quiet", "tenant");
                source.text("directory");
                yield new Trigger.Files(
                        name,
                        source.value("directory", null, FunctionYaml::below),
                        source.value("pattern", "*", FunctionYaml::glob),
                        source.duration("quiet", Duration.ofSeconds(2)),
                        source.value("tenant", null, FunctionYaml::tenant));
            }
        };
    }

    /** Groups of consumers and directories are called after it. */
    private static String triggerName(String name) {
        if (!name.matches("[a-z]([a-z0-9-]{0,30}[a-z0-9])?")) {
            throw new IllegalArgumentException("\"" + name
                    + "\" must be lower case letters, digits and hyphens, at most 32, beginning with a letter");
        }
        return name;
    }

    private static boolean byKey(String word) {
        if (!List.of("key", "none").contains(word)) {
            throw new IllegalArgumentException("\"" + word + "\" is neither key nor none");
        }
        return word.equals("key");
    }

    private static boolean yes(String word) {
        if (!List.of("true", "false").contains(word)) {
            throw new IllegalArgumentException("\"" + word + "\" is neither true nor false");
        }
        return word.equals("true");
    }

    private static String tenant(String id) {
        if (!id.matches("[1-9][0-9]{0,18}")) {
            throw new IllegalArgumentException("\"" + id + "\" is no tenant's id");
        }
        return id;
    }

    private static String cron(String text) {
        CronExpression.parse(text);
        return text;
    }

    private static ZoneId zone(String text) {
        try {
            return ZoneId.of(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("\"" + text + "\" is no time zone such as Asia/Shanghai");
        }
    }

    /** Nothing outside the directory of arrivals is anybody's to name. */
    private static String below(String text) {
        Path path = Path.of(text).normalize();
        if (path.isAbsolute() || path.startsWith("..")) {
            throw new IllegalArgumentException("\"" + text + "\" leads out of the directory of arrivals");
        }
        return text;
    }

    private static String glob(String text) {
        FileSystems.getDefault().getPathMatcher("glob:" + text);
        return text;
    }
}
