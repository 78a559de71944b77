package dev.abacus.function.dispatcher.registry.application;

import dev.abacus.function.dispatcher.registry.domain.Refusals;
import java.io.StringReader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * One mapping of a YAML document, read by the keys that are expected: any other key is a slip of the pen, which would
 * silently leave a default in force. Every refusal says the line and the key.
 */
final class YamlSection {

    private static final int LONGEST = 64 * 1024;
    private static final Pattern DURATION = Pattern.compile("([0-9]{1,9})(ms|s|m|h|d)");
    private static final Pattern MEMORY = Pattern.compile("([0-9]{1,6})(Mi|Gi)");

    private final String path;
    private final int line;
    private final Map<String, NodeTuple> entries;

    private YamlSection(String path, int line, Map<String, NodeTuple> entries) {
        this.path = path;
        this.line = line;
        this.entries = entries;
    }

    /** A whole document. */
    static YamlSection of(String text, String... keys) {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(LONGEST);
        options.setNestingDepthLimit(10);
        try {
            Node root = new Yaml(options).compose(new StringReader(text));
            if (root == null) {
                throw Refusals.definition(1, "", "it is empty");
            }
            return of("", root, keys);
        } catch (MarkedYAMLException e) {
            int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
            throw Refusals.definition(line, "", "this is no YAML: " + e.getProblem());
        } catch (YAMLException e) {
            throw Refusals.definition(1, "", "this is no YAML: " + e.getMessage());
        }
    }

    private static YamlSection of(String path, Node node, String... keys) {
        if (!(node instanceof MappingNode mapping)) {
            throw Refusals.definition(line(node), path, "takes keys with values");
        }
        Map<String, NodeTuple> entries = new LinkedHashMap<>();
        for (NodeTuple entry : mapping.getValue()) {
            String key = entry.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "?";
            String whole = path.isEmpty() ? key : path + "." + key;
            if (keys.length > 0 && !Arrays.asList(keys).contains(key)) {
                throw Refusals.definition(
                        line(entry.getKeyNode()), whole, "is unknown; known here: " + String.join(", ", keys));
            }
            if (entries.put(key, entry) != null) {
                throw Refusals.definition(line(entry.getKeyNode()), whole, "stands here twice");
            }
        }
        return new YamlSection(path, line(node), entries);
    }

    private static int line(Node node) {
        return node.getStartMark().getLine() + 1;
    }

    boolean has(String key) {
        return entries.containsKey(key);
    }

    String text(String key) {
        if (!has(key)) {
            throw Refusals.definition(line, whole(key), "is missing");
        }
        return text(key, null);
    }

    String text(String key, String otherwise) {
        return has(key) ? scalar(whole(key), entries.get(key).getValueNode()) : otherwise;
    }

    private static String scalar(String path, Node node) {
        if (!(node instanceof ScalarNode scalar)) {
            throw Refusals.definition(line(node), path, "takes one value");
        }
        if (scalar.getValue().isBlank()) {
            throw Refusals.definition(line(node), path, "is empty");
        }
        return scalar.getValue();
    }

    int number(String key, int otherwise) {
        return value(key, otherwise, text -> {
            if (!text.matches("-?[0-9]{1,9}")) {
                throw new IllegalArgumentException("\"" + text + "\" is no whole number");
            }
            return Integer.parseInt(text);
        });
    }

    /** {@code 500ms}, {@code 30s}, {@code 5m}, {@code 6h}, {@code 2d}, and several of them: {@code 1h30m}. */
    Duration duration(String key, Duration otherwise) {
        return value(key, otherwise, YamlSection::duration);
    }

    private static Duration duration(String text) {
        Duration sum = Duration.ZERO;
        Matcher part = DURATION.matcher(text);
        int end = 0;
        while (end < text.length() && part.find(end) && part.start() == end) {
            long amount = Long.parseLong(part.group(1));
            sum = sum.plus(
                    switch (part.group(2)) {
                        case "ms" -> Duration.ofMillis(amount);
                        case "s" -> Duration.ofSeconds(amount);
                        case "m" -> Duration.ofMinutes(amount);
                        case "h" -> Duration.ofHours(amount);
                        default -> Duration.ofDays(amount);
                    });
            end = part.end();
        }
        if (end < text.length()) {
            throw new IllegalArgumentException("\"" + text + "\" is no duration such as 500ms, 30s, 5m, 6h or 1h30m");
        }
        return sum;
    }

    int mebibytes(String key, int otherwise) {
        return value(key, otherwise, text -> {
            Matcher memory = MEMORY.matcher(text);
            if (!memory.matches()) {
                throw new IllegalArgumentException("\"" + text + "\" is no amount of memory such as 64Mi or 1Gi");
            }
            int amount = Integer.parseInt(memory.group(1));
            return memory.group(2).equals("Gi") ? amount * 1024 : amount;
        });
    }

    /** One of the names of an enum, in lower case. */
    <E extends Enum<E>> E word(String key, E otherwise) {
        return value(key, otherwise, text -> Arrays.stream(
                        otherwise.getDeclaringClass().getEnumConstants())
                .filter(one -> name(one).equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("\"" + text + "\" is none of "
                        + Arrays.stream(otherwise.getDeclaringClass().getEnumConstants())
                                .map(YamlSection::name)
                                .toList())));
    }

    private static String name(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    /** A value by its own rule, whose refusal is told with the line. */
    <T> T value(String key, T otherwise, Function<String, T> reading) {
        if (!has(key)) {
            return otherwise;
        }
        Node node = entries.get(key).getValueNode();
        String text = scalar(whole(key), node);
        try {
            return reading.apply(text);
        } catch (IllegalArgumentException e) {
            throw Refusals.definition(line(node), whole(key), e.getMessage());
        }
    }

    /** What is below a key; an empty section when the key is not there. */
    YamlSection section(String key, String... keys) {
        return has(key)
                ? of(whole(key), entries.get(key).getValueNode(), keys)
                : new YamlSection(whole(key), line, Map.of());
    }

    List<YamlSection> sections(String key, String... keys) {
        List<YamlSection> sections = new ArrayList<>();
        if (has(key)) {
            Node node = entries.get(key).getValueNode();
            if (!(node instanceof SequenceNode sequence)) {
                throw Refusals.definition(line(node), whole(key), "takes a list");
            }
            for (Node item : sequence.getValue()) {
                sections.add(of(whole(key) + "[" + sections.size() + "]", item, keys));
            }
        }
        return sections;
    }

    /** A list of single values. */
    List<String> words(String key) {
        if (!has(key)) {
            return List.of();
        }
        Node node = entries.get(key).getValueNode();
        if (!(node instanceof SequenceNode sequence)) {
            throw Refusals.definition(line(node), whole(key), "takes a list");
        }
        return sequence.getValue().stream()
                .map(item -> scalar(whole(key), item))
                .toList();
    }

    Map<String, String> texts(String key) {
        Map<String, String> texts = new LinkedHashMap<>();
        YamlSection section = section(key);
        section.entries.keySet().forEach(name -> texts.put(name, section.text(name)));
        return texts;
    }

    /** Makes something of this section's values; what that something refuses is told with the section's line. */
    <T> T make(Supplier<T> made) {
        try {
            return made.get();
        } catch (IllegalArgumentException e) {
            throw Refusals.definition(line, path, e.getMessage());
        }
    }

    /** Which one of these keys is there. */
    String oneOf(String... keys) {
        List<String> there = Arrays.stream(keys).filter(this::has).toList();
        if (there.size() != 1) {
            throw Refusals.definition(line, path, "takes exactly one of " + String.join(", ", keys));
        }
        return there.getFirst();
    }

    private String whole(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }
}
