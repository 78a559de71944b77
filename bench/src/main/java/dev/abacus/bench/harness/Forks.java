package dev.abacus.bench.harness;

import java.util.LinkedHashMap;
import java.util.Map;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** JMH benchmarks, one fork at a time, so that what is compared can take turns. */
public final class Forks {

    private Forks() {}

    /** All methods of a benchmark, in a JVM with the services' flags. */
    public static OptionsBuilder options(Class<?> benchmark) {
        var options = new OptionsBuilder();
        options.include(benchmark.getName() + "\\.")
                .forks(1)
                .warmupIterations(2)
                .warmupTime(TimeValue.milliseconds(500))
                .measurementIterations(3)
                .measurementTime(TimeValue.milliseconds(500))
                .verbosity(VerboseMode.SILENT)
                // as the services run, docs/adr/0014-jvm-flags.md
                .jvmArgs(
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Xmx192m",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-Dlogback.configurationFile=logback-quiet.xml");
        return options;
    }

    /** Nanoseconds by the benchmark's method. */
    public static Map<String, Double> run(ChainedOptionsBuilder options) {
        try {
            Map<String, Double> nanos = new LinkedHashMap<>();
            for (RunResult result : new Runner(options.build()).run()) {
                nanos.put(
                        result.getPrimaryResult().getLabel(),
                        result.getPrimaryResult().getScore());
            }
            return nanos;
        } catch (RunnerException e) {
            throw new IllegalStateException(e);
        }
    }
}
