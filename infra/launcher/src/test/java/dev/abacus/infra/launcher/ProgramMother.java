package dev.abacus.infra.launcher;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Programs made of a line of shell. */
final class ProgramMother {

    private static final int UNUSED_PORT = 1;

    private ProgramMother() {}

    static Program program(String name) {
        return running(name, "sleep 60");
    }

    /** Ready as soon as it runs. */
    static Program running(String name, String script) {
        return program(name, script, () -> true);
    }

    static Program program(String name, String script, Readiness readiness) {
        return new Program(name, Program.Kind.SERVER, List.of(), List.of(UNUSED_PORT), readiness, new Shell(script));
    }

    static Program notBuilt(String name) {
        Program program = program(name);
        return new Program(
                name, program.kind(), List.of(), List.of(UNUSED_PORT), program.readiness(), new Shell("exit 1") {
                    @Override
                    public String missing() {
                        return "its module is not built here";
                    }
                });
    }

    /** Whose jars are others than those that it was started with. */
    static Program builtAgain(String name) {
        return new Program(
                name, Program.Kind.SERVER, List.of(), List.of(UNUSED_PORT), () -> true, new Shell("sleep 60") {
                    @Override
                    public boolean isCurrent(Path state) {
                        return false;
                    }
                });
    }

    /** Whose configuration has a mistake that nobody foresaw. */
    static Program misconfigured(String name) {
        return new Program(name, Program.Kind.SERVER, List.of(), List.of(UNUSED_PORT), () -> true, new Shell("exit 1") {
            @Override
            public ProcessBuilder prepare(Path state) {
                throw new IllegalArgumentException("unknown ${port}");
            }
        });
    }

    static Program listening(Program program, int port) {
        return new Program(
                program.name(), program.kind(), program.needs(), List.of(port), program.readiness(), program.launch());
    }

    /** Ready when the script has made the file. */
    static Readiness made(Path file) {
        return () -> Files.exists(file);
    }

    private static class Shell implements Launch {

        private final String script;

        Shell(String script) {
            this.script = script;
        }

        @Override
        public ProcessBuilder prepare(Path state) {
            return new ProcessBuilder("sh", "-c", script);
        }

        @Override
        public Path module() {
            return Path.of(".");
        }

        @Override
        public String missing() {
            return null;
        }
    }
}
