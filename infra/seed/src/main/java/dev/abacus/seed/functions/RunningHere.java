package dev.abacus.seed.functions;

import dev.abacus.function.testkit.FunctionUnderTest;
import dev.abacus.function.testkit.Outcome;
import dev.abacus.function.testkit.SampleEvents;
import dev.abacus.function.testkit.TurnedClock;
import io.cloudevents.CloudEvent;
import io.cloudevents.core.format.EventDeserializationException;
import io.cloudevents.core.provider.EventFormatProvider;
import io.cloudevents.jackson.JsonFormat;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Runs a project's function in this process, by the test kit: what it logs goes to the errors, what it answers to the output. */
final class RunningHere {

    private final FunctionProject project;
    private final PrintStream out;
    private final PrintStream errors;

    RunningHere(FunctionProject project, PrintStream out, PrintStream errors) {
        this.project = project;
        this.out = out;
        this.errors = errors;
    }

    /** @return whether the function succeeded */
    boolean run(Arguments arguments, InputStream in) throws Exception {
        CloudEvent event = event(arguments, in);
        try (URLClassLoader classes = classes()) {
            Thread.currentThread().setContextClassLoader(classes);
            FunctionUnderTest function = FunctionUnderTest.of(instance(classes), TurnedClock.running())
                    .named(project.name())
                    .tenant(arguments.option("--tenant").orElse(null))
                    .lane(arguments.option("--lane").orElse(null))
                    .attempt(Integer.parseInt(arguments.option("--attempt").orElse("1")))
                    .followLog(line -> errors.println(line));
            settings(arguments.words()).forEach(function::setting);
            return show(function.call(event));
        }
    }

    private boolean show(Outcome outcome) {
        if (!outcome.succeeded()) {
            errors.print("failed: ");
            outcome.failure().printStackTrace(errors);
        } else if (outcome.answer() != null && outcome.answer().getData() != null) {
            out.println(outcome.data());
        }
        return outcome.succeeded();
    }

    private Map<String, String> settings(List<String> words) {
        Map<String, String> settings = project.settings();
        for (String word : words) {
            int equals = word.indexOf('=');
            if (equals < 1) {
                throw new Wrong("fn: a setting is KEY=VALUE, not " + word);
            }
            settings.put(word.substring(0, equals), word.substring(equals + 1));
        }
        return settings;
    }

    /** A whole CloudEvent, or data of which one is made. */
    static CloudEvent event(Arguments arguments, InputStream in) throws IOException {
        String text = data(arguments, in);
        if (!isCloudEvent(text)) {
            return SampleEvents.json("dev.abacus.function.invoked.v1", text);
        }
        try {
            return EventFormatProvider.getInstance()
                    .resolveFormat(JsonFormat.CONTENT_TYPE)
                    .deserialize(text.getBytes(StandardCharsets.UTF_8));
        } catch (EventDeserializationException e) {
            throw new Wrong("fn: this is no CloudEvent of version 1.0: " + e.getMessage());
        }
    }

    static String data(Arguments arguments, InputStream in) throws IOException {
        if (arguments.has("--data")) {
            return arguments.option("--data").get();
        }
        String file = arguments.option("--event").orElse(null);
        if (file == null) {
            return "{}";
        }
        return file.equals("-")
                ? new String(in.readAllBytes(), StandardCharsets.UTF_8)
                : FunctionProject.read(Path.of(file));
    }

    static boolean isCloudEvent(String text) {
        try {
            JsonNode json = JsonMapper.shared().readTree(text);
            return json.isObject() && json.has("specversion");
        } catch (JacksonException e) {
            return false;
        }
    }

    private URLClassLoader classes() throws Exception {
        Path where = project.isScript() ? Compiling.compiled(project, errors) : project.jar(false);
        return new URLClassLoader(
                "function", new URL[] {where.toUri().toURL()}, FunctionUnderTest.class.getClassLoader());
    }

    @SuppressWarnings("unchecked")
    private Function<CloudEvent, CloudEvent> instance(ClassLoader classes) throws Exception {
        try {
            Object made = Class.forName(project.handler(), true, classes)
                    .getConstructor()
                    .newInstance();
            if (made instanceof Function<?, ?> function) {
                return (Function<CloudEvent, CloudEvent>) function;
            }
        } catch (ClassNotFoundException e) {
            throw new Wrong("fn: the handler " + project.handler() + " of function.yaml is not in the function");
        } catch (NoSuchMethodException e) {
            throw new Wrong("fn: the handler " + project.handler()
                    + " needs to be public, with a public constructor without arguments");
        }
        throw new Wrong("fn: the handler " + project.handler()
                + " is no Function<CloudEvent, CloudEvent> and no CloudFunction");
    }
}
