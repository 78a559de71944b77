package dev.abacus.bench.harness;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How much processor time some processes have taken since it was started. */
public final class CpuTime {

    private final Map<Process, Double> begin = new LinkedHashMap<>();

    private CpuTime() {}

    public static CpuTime from(List<Process> processes) {
        CpuTime time = new CpuTime();
        processes.forEach(process -> time.begin.put(process, process.cpuSeconds()));
        return time;
    }

    /** Seconds by the process's name. */
    public Map<String, Double> taken() {
        Map<String, Double> taken = new LinkedHashMap<>();
        begin.forEach((process, before) -> taken.put(process.name(), process.cpuSeconds() - before));
        return taken;
    }
}
