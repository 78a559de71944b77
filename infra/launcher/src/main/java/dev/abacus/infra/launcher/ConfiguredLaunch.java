package dev.abacus.infra.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** A Java program that reads a configuration file; it finds it under the template's own name in its directory. */
record ConfiguredLaunch(JavaLaunch java, Path template, Map<String, Object> values) implements Launch {

    @Override
    public Path module() {
        return java.module();
    }

    @Override
    public boolean isCurrent(Path state) throws IOException {
        return java.isCurrent(state);
    }

    @Override
    public ProcessBuilder prepare(Path state) throws IOException {
        Map<String, Object> all = new LinkedHashMap<>(values);
        all.put("data", Files.createDirectories(state.resolve("data")));
        Template.write(template, state.resolve(template.getFileName()), all);
        return java.prepare(state);
    }
}
