package dev.abacus.kernel.job;

import dev.abacus.kernel.domain.NotFound;
import dev.abacus.kernel.security.PlatformScope;
import io.swagger.v3.oas.annotations.Hidden;
import java.security.Principal;
import java.time.Instant;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** This service's jobs, for operators. */
@RestController
@RequestMapping("/internal/jobs")
@Hidden
class JobsEndpoint {

    record JobView(String name, String times) {}

    record FiringView(String job, Instant fireTime) {}

    private final Jobs jobs;

    JobsEndpoint(Jobs jobs) {
        this.jobs = jobs;
    }

    @GetMapping
    @PlatformScope("platform.admin")
    List<JobView> list() {
        return jobs.all().stream()
                .map(job -> new JobView(job.name(), job.times().toString()))
                .toList();
    }

    /** Runs it now for every tenant, once, whichever instance is asked. */
    @PostMapping("/{name}/firings")
    @PlatformScope("platform.admin")
    FiringView fire(@PathVariable String name, Principal operator) {
        if (jobs.all().stream().noneMatch(job -> job.name().equals(name))) {
            throw new NotFound("job", name);
        }
        return new FiringView(name, jobs.fire(name, operator.getName()));
    }
}
