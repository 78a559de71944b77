package dev.abacus.seed.functions;

import dev.abacus.seed.client.Refused;
import dev.abacus.seed.functions.FunctionsClient.Wish;
import dev.abacus.sql.functions.FunctionJar;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Properties;
import tools.jackson.databind.JsonNode;

/**
 * Deploys the functions that run releases, on a developer's machine with where its databases are; elsewhere the settings of the
 * same names are Nacos's, and in no function.yaml.
 */
final class FunctionsDeployed {

    private static final List<String> SETTINGS = List.of(
            "abacus.db.host",
            "abacus.db.port",
            "abacus.db.user",
            "abacus.db.password",
            "abacus.shards",
            "abacus.sql.control");

    private final FunctionsClient client;
    private final Properties properties;
    private final PrintStream out;

    FunctionsDeployed(FunctionsClient client, Properties properties, PrintStream out) {
        this.client = client;
        this.properties = properties;
        this.out = out;
    }

    void deploy() throws IOException {
        byte[] jar = FunctionJar.bytes();
        Path file = Files.createTempFile("sql-release-functions", ".jar");
        try {
            Files.write(file, jar);
            for (String function : FunctionJar.FUNCTIONS) {
                String definition = FunctionJar.definition(function) + settings();
                if (isLive(function, definition, sha256(jar))) {
                    out.println(function + " has not changed");
                } else {
                    Told.deployed(
                            out,
                            client.deployJar(
                                    new Wish(definition, null, true, "./abacus sql --functions deploy"), file));
                }
            }
        } finally {
            Files.delete(file);
        }
    }

    private String settings() {
        StringBuilder block = new StringBuilder();
        for (String key : SETTINGS) {
            String value = properties.getProperty(key);
            if (value != null) {
                block.append(block.isEmpty() ? "settings:\n" : "")
                        .append("  ")
                        .append(key)
                        .append(": '")
                        .append(value.replace("'", "''"))
                        .append("'\n");
            }
        }
        return block.toString();
    }

    private boolean isLive(String function, String definition, String sha256) {
        try {
            for (JsonNode alias : client.get(function).path("aliases")) {
                if (alias.path("alias").asString().equals("live")) {
                    JsonNode version =
                            client.version(function, alias.path("version").asInt());
                    return version.path("sha256").asString().equals(sha256)
                            && version.path("definition").asString().equals(definition);
                }
            }
            return false;
        } catch (Refused refused) {
            if (refused.status() == 404) {
                return false;
            }
            throw refused;
        }
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
