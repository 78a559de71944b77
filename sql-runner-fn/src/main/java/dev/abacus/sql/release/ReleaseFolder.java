package dev.abacus.sql.release;

import dev.abacus.sql.split.Script;
import dev.abacus.sql.split.Splitter;
import dev.abacus.sql.split.Unsplittable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.yaml.snakeyaml.nodes.Node;

/** Reads {@code release.yaml} and the scripts beside it. */
public final class ReleaseFolder {

    private static final String FILE = "release.yaml";
    private static final Compensation NONE = new Compensation.None();
    private static final String NAMES = "[a-z0-9][a-z0-9._-]{0,59}";
    private static final Map<String, String> PLACES = Map.of(
            "topic", "[A-Za-z0-9_-]{1,100}",
            "kafka", "[A-Za-z0-9._-]{1,200}",
            "function", "[a-z]([a-z0-9-]{0,61}[a-z0-9])?");

    private static final int MOST_RETRIES = 10;

    private final ReleaseFiles.Source files;
    private final List<String> problems = new ArrayList<>();
    private final Map<String, Integer> lines = new LinkedHashMap<>();

    ReleaseFolder(ReleaseFiles.Source files) {
        this.files = files;
    }

    /** @throws InvalidRelease with everything that is wrong */
    public static Release read(Path directory) throws IOException {
        return new ReleaseFolder(ReleaseFiles.folder(directory)).read();
    }

    Release read() throws IOException {
        byte[] text =
                files.find(FILE).orElseThrow(() -> new InvalidRelease(List.of(files.name() + ": there is no " + FILE)));
        YamlMap root = YamlMap.root(FILE, new String(text, StandardCharsets.UTF_8), problems);
        root.knowsOnly(
                "name",
                "author",
                "target",
                "scripts",
                "waves",
                "checks",
                "parallel",
                "tolerate",
                "retry",
                "onSuccess",
                "onFailure");
        String name = root.text("name", NAMES, "lower case letters, digits, dots and dashes, at most 60");
        String author = root.text("author");
        TargetKind target = root.oneOf("target", TargetKind.class);
        List<ReleaseScript> scripts = scripts(root);
        List<Wave> waves = waves(root);
        List<Check> checks = checks(root);
        int parallel = root.number("parallel", 4, 1, 64);
        int tolerate = root.number("tolerate", 0, 0, Integer.MAX_VALUE);
        int retry = root.number("retry", 0, 0, MOST_RETRIES);
        Notices notices = new Notices(notice(root, "onSuccess"), notice(root, "onFailure"));
        List<ReleaseScript> ordered = new ScriptOrder(scripts, lines, problems).order();
        if (!problems.isEmpty()) {
            throw new InvalidRelease(problems);
        }
        return new Release(name, author, target, ordered, waves, checks, parallel, tolerate, retry, notices);
    }

    /** As the function runtime reads it. */
    private static Optional<String> notice(YamlMap root, String key) {
        if (!root.has(key)) {
            return Optional.empty();
        }
        YamlMap notice = root.section(key);
        notice.knowsOnly("topic", "kafka", "function", "webhook");
        List<String> said = Stream.of("topic", "kafka", "function", "webhook")
                .filter(notice::has)
                .toList();
        if (said.size() != 1) {
            notice.problem(key + " names one of topic, kafka, function, webhook");
            return Optional.empty();
        }
        String kind = said.getFirst();
        if (!kind.equals("webhook")) {
            return Optional.of(kind + ":" + notice.text(kind, PLACES.get(kind), "is no name of a " + kind));
        }
        YamlMap webhook = notice.section("webhook");
        webhook.knowsOnly("url", "secret");
        String url = webhook.text("url", "https?://[^\\s@]{1,1990}", "an address that begins with https://");
        return Optional.of(
                "webhook:" + webhook.text("secret", "[A-Za-z0-9._-]{1,64}", "a name of a secret") + "@" + url);
    }

    private List<ReleaseScript> scripts(YamlMap root) throws IOException {
        List<ReleaseScript> scripts = new ArrayList<>();
        for (Node node : root.items("scripts")) {
            YamlMap entry = root.orText(node, "file");
            entry.knowsOnly("file", "after", "chunks", "compensation");
            String file = entry.text("file");
            if (file.isEmpty()) {
                continue;
            }
            if (lines.putIfAbsent(file, entry.line()) != null) {
                entry.problem(file + " is listed twice");
                continue;
            }
            Set<String> after = new LinkedHashSet<>();
            if (entry.has("after")) {
                after.addAll(entry.texts("after"));
            } else if (!scripts.isEmpty()) {
                after.add(scripts.getLast().file());
            }
            scripts.add(new ReleaseScript(script(entry, file), after, entry.flag("chunks"), compensation(entry)));
        }
        if (scripts.isEmpty()) {
            root.problem("a release needs scripts");
        }
        return scripts;
    }

    private Compensation compensation(YamlMap entry) throws IOException {
        if (!entry.has("compensation")) {
            return NONE;
        }
        String how = entry.text("compensation");
        return switch (how) {
            case "before-image" -> new Compensation.BeforeImage();
            case "not-needed" -> new Compensation.NotNeeded();
            default -> new Compensation.Undo(script(entry, how));
        };
    }

    /** Empty when it cannot be read; then there is a problem. */
    private Script script(YamlMap entry, String file) throws IOException {
        Optional<byte[]> text = files.find(file);
        if (Path.of(file).normalize().startsWith("..") || file.startsWith("/")) {
            entry.problem(file + " is outside of the release");
        } else if (text.isEmpty()) {
            entry.problem("there is no file " + file);
        } else {
            try {
                Script script = Script.of(file, text.get());
                if (Splitter.statements(script).isEmpty()) {
                    problems.add(file + ":1: no statement");
                }
                return script;
            } catch (Unsplittable e) {
                problems.add(e.getMessage());
            }
        }
        return new Script(file, "");
    }

    private List<Wave> waves(YamlMap root) {
        List<Wave> waves = new ArrayList<>();
        for (Node node : root.items("waves")) {
            YamlMap entry = root.map(node);
            entry.knowsOnly("name", "targets", "percent");
            String name = entry.text("name", NAMES, "lower case letters, digits, dots and dashes");
            if (entry.has("targets") == entry.has("percent")) {
                entry.problem("a wave names its targets, or says how many percent of all it takes");
            }
            if (name.equals("rest")
                    || waves.stream().anyMatch(wave -> wave.name().equals(name))) {
                entry.problem("there is a wave " + name + " already");
            }
            waves.add(new Wave(name, entry.texts("targets"), entry.number("percent", 0, 1, 100)));
        }
        waves.add(Wave.rest());
        return waves;
    }

    private List<Check> checks(YamlMap root) {
        List<Check> checks = new ArrayList<>();
        for (Node node : root.items("checks")) {
            YamlMap entry = root.map(node);
            entry.knowsOnly("name", "query", "expect");
            String query = entry.text("query");
            if (!query.isEmpty() && !query.strip().toUpperCase(Locale.ROOT).startsWith("SELECT")) {
                entry.problem("a check only reads: its query begins with SELECT");
            }
            checks.add(new Check(entry.text("name"), query, entry.text("expect")));
        }
        return checks;
    }
}
