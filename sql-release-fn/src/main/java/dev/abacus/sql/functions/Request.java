package dev.abacus.sql.functions;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.abacus.sql.functions.Refused.BadRequest;
import dev.abacus.sql.release.ReleaseFiles;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What an operator asks for. Whatever is not understood is refused: a slip of the pen must not run another release. */
record Request(ObjectNode data) {

    private static final int MOST_ITEMS = 500;
    private static final int ITEMS = 100;
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_FILE_NAME = 200;
    /** The gateway takes no larger JSON; what is larger is run from a terminal. */
    private static final int LARGEST = 1024 * 1024;

    /** Which keys each command takes, beside {@code command}. */
    private static final Map<String, Set<String>> COMMANDS = Map.ofEntries(
            Map.entry("plan", Set.of("files", "release")),
            Map.entry("approve", Set.of("files", "release", "by")),
            Map.entry("run", Set.of("files", "release", "by")),
            Map.entry("resume", Set.of("release", "by")),
            Map.entry("take-back", Set.of("files", "release", "by")),
            Map.entry("pause", Set.of("release", "by")),
            Map.entry("abort", Set.of("release", "by")),
            Map.entry("status", Set.of("release")),
            Map.entry("report", Set.of("release", "after", "limit")),
            Map.entry("history", Set.of("release", "after", "limit")),
            Map.entry("list", Set.of("after", "limit")));

    Request {
        String command = data.path("command").asText();
        Set<String> known = COMMANDS.get(command);
        if (known == null) {
            throw new BadRequest("\"command\" is one of "
                    + COMMANDS.keySet().stream().sorted().collect(Collectors.joining(", ")) + ".");
        }
        List<String> unknown = data.propertyStream()
                .map(Map.Entry::getKey)
                .filter(key -> !key.equals("command") && !known.contains(key))
                .toList();
        if (!unknown.isEmpty()) {
            throw new BadRequest(command + " does not take " + String.join(", ", unknown) + ".");
        }
    }

    String command() {
        return data.path("command").asText();
    }

    String release() {
        return text("release");
    }

    /** Who answers for it. Which people there are, the operator's client knows; the token is the platform's. */
    String by() {
        return text("by");
    }

    private String text(String key) {
        JsonNode value = data.path(key);
        if (!value.isTextual() || value.asText().isBlank() || value.asText().length() > LONGEST_NAME) {
            throw new BadRequest(command() + " takes \"" + key + "\", a text of 1 to " + LONGEST_NAME + " characters.");
        }
        return value.asText().strip();
    }

    /** Empty when the release is named instead. */
    Optional<ReleaseFiles> files() {
        JsonNode files = data.path("files");
        if (files.isMissingNode()) {
            return Optional.empty();
        }
        if (!files.isObject() || data.has("release")) {
            throw new BadRequest(
                    command() + " takes either \"release\", a name, or \"files\", texts by the names of files.");
        }
        Map<String, String> texts = new LinkedHashMap<>();
        long size = 0;
        for (Map.Entry<String, JsonNode> file : files.properties()) {
            if (!file.getValue().isTextual() || file.getKey().length() > LONGEST_FILE_NAME) {
                throw new BadRequest("The file " + file.getKey() + " must be a text, its name at most "
                        + LONGEST_FILE_NAME + " characters.");
            }
            size += file.getValue().asText().length();
            texts.put(file.getKey(), file.getValue().asText());
        }
        if (size > LARGEST) {
            throw new BadRequest("A release of " + size + " characters is larger than " + LARGEST + ".");
        }
        return Optional.of(new ReleaseFiles(texts));
    }

    int limit() {
        JsonNode limit = data.path("limit");
        if (limit.isMissingNode()) {
            return ITEMS;
        }
        if (!limit.isInt() || limit.asInt() < 1 || limit.asInt() > MOST_ITEMS) {
            throw new BadRequest("\"limit\" is a number from 1 to " + MOST_ITEMS + ".");
        }
        return limit.asInt();
    }

    /** The {@code next} of the page before; empty for the first one. */
    String after() {
        return data.path("after").asText("");
    }
}
