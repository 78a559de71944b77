package dev.abacus.sql.release;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** A mapping of which every value knows its line. What is wrong is collected, so that it is all said at once. */
final class YamlMap {

    private final String file;
    private final int line;
    private final List<String> problems;
    private final Map<String, Node> values = new LinkedHashMap<>();
    private final Map<String, Integer> keys = new LinkedHashMap<>();

    private YamlMap(String file, int line, List<String> problems) {
        this.file = file;
        this.line = line;
        this.problems = problems;
    }

    static YamlMap root(String file, String text, List<String> problems) {
        try {
            Node root = new Yaml(new LoaderOptions()).compose(new StringReader(text));
            if (root == null) {
                problems.add(file + ":1: it is empty");
                return new YamlMap(file, 1, problems);
            }
            return new YamlMap(file, 1, problems).map(root);
        } catch (MarkedYAMLException e) {
            problems.add(file + ":" + (e.getProblemMark().getLine() + 1) + ": " + e.getProblem());
            throw new InvalidRelease(problems);
        }
    }

    YamlMap map(Node node) {
        YamlMap map = new YamlMap(file, lineOf(node), problems);
        if (node instanceof MappingNode mapping) {
            for (NodeTuple tuple : mapping.getValue()) {
                map.put(tuple);
            }
        } else {
            map.problem("names and values are expected here, such as \"name: …\"");
        }
        return map;
    }

    private void put(NodeTuple tuple) {
        String key = tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "?";
        if (values.put(key, tuple.getValueNode()) != null) {
            problem(lineOf(tuple.getKeyNode()), key + " is said twice");
        }
        keys.put(key, lineOf(tuple.getKeyNode()));
    }

    /** What is below a key that is there. */
    YamlMap section(String key) {
        return map(values.get(key));
    }

    /** A mapping, or a text that stands for a mapping with nothing but this key. */
    YamlMap orText(Node node, String key) {
        if (!(node instanceof ScalarNode)) {
            return map(node);
        }
        YamlMap map = new YamlMap(file, lineOf(node), problems);
        map.values.put(key, node);
        map.keys.put(key, lineOf(node));
        return map;
    }

    int line() {
        return line;
    }

    boolean has(String key) {
        return values.containsKey(key);
    }

    void knowsOnly(String... known) {
        keys.forEach((key, at) -> {
            if (!Set.of(known).contains(key)) {
                problem(at, "nobody knows \"" + key + "\" here; there are " + String.join(", ", known));
            }
        });
    }

    /** Empty when there is none; then there is a problem. */
    String text(String key) {
        Node value = values.get(key);
        if (value == null) {
            problem(key + " is missing");
            return "";
        }
        if (!(value instanceof ScalarNode scalar) || scalar.getValue().isBlank()) {
            problem(lineOf(value), key + " must be a text");
            return "";
        }
        return scalar.getValue();
    }

    String text(String key, String pattern, String allowed) {
        String text = text(key);
        if (!text.isEmpty() && !text.matches(pattern)) {
            problem(lineOf(values.get(key)), key + " \"" + text + "\": " + allowed);
        }
        return text;
    }

    <E extends Enum<E>> E oneOf(String key, Class<E> type) {
        String text = text(key);
        List<String> allowed = new ArrayList<>();
        for (E constant : type.getEnumConstants()) {
            String name = constant.name().toLowerCase(Locale.ROOT);
            if (name.equals(text)) {
                return constant;
            }
            allowed.add(name);
        }
        if (!text.isEmpty()) {
            problem(lineOf(values.get(key)), key + " is one of " + String.join(", ", allowed) + ", not " + text);
        }
        return null;
    }

    int number(String key, int otherwise, int least, int most) {
        if (!has(key)) {
            return otherwise;
        }
        try {
            int number = Integer.parseInt(text(key));
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException notOne) {
            // said below
        }
        problem(lineOf(values.get(key)), key + " must be a number from " + least + " to " + most);
        return otherwise;
    }

    boolean flag(String key) {
        if (!has(key)) {
            return false;
        }
        String text = text(key);
        if (!text.equals("true") && !text.equals("false")) {
            problem(lineOf(values.get(key)), key + " is true or false");
        }
        return text.equals("true");
    }

    /** Empty when there are none. */
    List<Node> items(String key) {
        Node value = values.get(key);
        if (value == null) {
            return List.of();
        }
        if (value instanceof SequenceNode sequence) {
            return sequence.getValue();
        }
        problem(lineOf(value), key + " must be a list");
        return List.of();
    }

    List<String> texts(String key) {
        List<String> texts = new ArrayList<>();
        for (Node node : items(key)) {
            if (node instanceof ScalarNode scalar) {
                texts.add(scalar.getValue());
            } else {
                problem(lineOf(node), key + " is a list of names");
            }
        }
        return texts;
    }

    void problem(String what) {
        problem(line, what);
    }

    private void problem(int at, String what) {
        problems.add(file + ":" + at + ": " + what);
    }

    private static int lineOf(Node node) {
        return node.getStartMark().getLine() + 1;
    }
}
