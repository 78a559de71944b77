package dev.abacus.bench.runtime;

import dev.abacus.bench.harness.ClassPath;
import dev.abacus.bench.harness.JavaProgram;
import dev.abacus.bench.harness.JavaProgram.Start;
import dev.abacus.bench.harness.Stack;
import java.util.List;

/** The same function in a process of its own. */
final class Peers {

    static final String SPRING = "Spring Boot + Spring Cloud Function";
    static final String TOMCAT = "a bare Tomcat";

    private static final ClassPath CLASSES = ClassPath.of("bench/functions");

    private Peers() {}

    static JavaProgram spring(Stack stack) {
        return start(stack, "greeter-by-spring", "dev.abacus.bench.functions.BySpring");
    }

    static JavaProgram tomcat(Stack stack) {
        return start(stack, "greeter-by-tomcat", "dev.abacus.bench.functions.ByTomcat");
    }

    private static JavaProgram start(Stack stack, String name, String main) {
        return new Start(name, CLASSES, main, List.of()).on(stack);
    }

    static Greeted ready(JavaProgram program) {
        return Greeted.at(Integer.parseInt(program.awaitReady()));
    }
}
