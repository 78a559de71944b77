package dev.abacus.kernel.job;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.core.MethodIntrospector;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.env.Environment;
import org.springframework.scheduling.support.CronExpression;

/** Finds the {@link TenantJob} methods of the application. */
final class JobMethods {

    private static final String OFF = "-";

    private JobMethods() {}

    static List<Job> of(ListableBeanFactory beans, Environment environment) {
        List<Job> jobs = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (String bean : beans.getBeanNamesForType(Object.class, false, false)) {
            Class<?> type = beans.getType(bean, false);
            if (type == null || !type.getName().startsWith("dev.abacus.")) {
                continue;
            }
            Map<Method, TenantJob> methods =
                    MethodIntrospector.selectMethods(type, (MethodIntrospector.MetadataLookup<TenantJob>)
                            method -> AnnotatedElementUtils.findMergedAnnotation(method, TenantJob.class));
            methods.forEach((method, job) -> {
                if (!names.add(job.name())) {
                    throw new IllegalStateException("two jobs are called " + job.name());
                }
                String cron = environment.resolveRequiredPlaceholders(job.cron());
                if (!cron.equals(OFF)) {
                    jobs.add(new Job(job.name(), CronExpression.parse(cron), work(beans.getBean(bean), method)));
                }
            });
        }
        return jobs;
    }

    private static Runnable work(Object bean, Method method) {
        if (method.getParameterCount() != 0) {
            throw new IllegalStateException(method + ": a job takes no parameters");
        }
        method.setAccessible(true);
        return () -> {
            try {
                method.invoke(bean);
            } catch (InvocationTargetException e) {
                throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
            } catch (IllegalAccessException e) {
                throw new IllegalStateException(e);
            }
        };
    }
}
