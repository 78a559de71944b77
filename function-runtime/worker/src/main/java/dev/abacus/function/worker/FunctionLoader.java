package dev.abacus.function.worker;

import dev.abacus.function.CloudFunction;
import dev.abacus.function.FunctionEnvironment;
import io.cloudevents.CloudEvent;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;

/**
 * Makes a function out of jars. What the platform brings (this contract, CloudEvents, Jackson, the JDBC driver) comes from the
 * worker; all else from the function's own jars, in a class loader of its own.
 *
 * <p>A class loader keeps versions apart and protects from nobody: what tenants write runs in processes of their own.
 */
public final class FunctionLoader {

    private FunctionLoader() {}

    /** The function with its class loader, which is also the context class loader of the threads that run it. */
    public record Loaded(Function<CloudEvent, CloudEvent> function, ClassLoader classes) {}

    public static Loaded load(List<Path> jars, String handler, FunctionEnvironment environment) throws Exception {
        return load(jars, handler, environment, FunctionLoader.class.getClassLoader());
    }

    static Loaded load(List<Path> jars, String handler, FunctionEnvironment environment, ClassLoader platform)
            throws Exception {
        ClassLoader classes =
                new URLClassLoader(environment.function() + "-" + environment.version(), urls(jars), platform);
        Thread.currentThread().setContextClassLoader(classes);
        return new Loaded(instance(classes, handler, environment), classes);
    }

    private static Function<CloudEvent, CloudEvent> instance(
            ClassLoader classes, String handler, FunctionEnvironment environment) throws Exception {
        Class<?> type;
        try {
            type = Class.forName(handler, true, classes);
        } catch (ClassNotFoundException e) {
            throw new IllegalArgumentException("the handler " + handler + " is in none of the function's jars");
        }
        if (!Function.class.isAssignableFrom(type)) {
            throw new IllegalArgumentException(
                    "the handler " + handler + " is no Function<CloudEvent, CloudEvent> and no CloudFunction");
        }
        Object made;
        try {
            made = type.getConstructor().newInstance();
        } catch (NoSuchMethodException e) {
            throw new IllegalArgumentException(
                    "the handler " + handler + " needs to be public, with a public constructor without arguments");
        } catch (java.lang.reflect.InvocationTargetException e) {
            throw e.getCause() instanceof Exception cause ? cause : e;
        }
        if (made instanceof CloudFunction function) {
            function.init(environment);
        }
        @SuppressWarnings("unchecked")
        Function<CloudEvent, CloudEvent> function = (Function<CloudEvent, CloudEvent>) made;
        return function;
    }

    private static URL[] urls(List<Path> jars) throws MalformedURLException {
        URL[] urls = new URL[jars.size()];
        for (int i = 0; i < urls.length; i++) {
            urls[i] = jars.get(i).toUri().toURL();
        }
        return urls;
    }
}
