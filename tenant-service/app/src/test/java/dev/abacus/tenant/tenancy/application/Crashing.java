package dev.abacus.tenant.tenancy.application;

import dev.abacus.tenant.api.OnboardingStepView.State;
import dev.abacus.tenant.tenancy.domain.Onboardings;
import dev.abacus.tenant.tenancy.domain.StepProgress;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import org.springframework.beans.factory.config.BeanPostProcessor;

/** Lets the process that sets a tenant up die just before it writes down a certain progress. */
public final class Crashing implements BeanPostProcessor {

    private volatile String step;
    private volatile State state;
    private volatile boolean dead;

    /** The process stops here, and nothing of it runs any more. */
    static final class Crash extends Error {}

    void at(String aStep, State aState) {
        step = aStep;
        state = aState;
    }

    /** Another process, which does not die. */
    void never() {
        step = null;
        dead = false;
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof Onboardings real
                ? Proxy.newProxyInstance(
                        Onboardings.class.getClassLoader(),
                        new Class<?>[] {Onboardings.class},
                        (proxy, method, arguments) -> intercept(real, method, arguments))
                : bean;
    }

    private Object intercept(Onboardings real, Method method, Object[] arguments) throws Throwable {
        boolean dies = method.getName().equals("record")
                && arguments[1] instanceof StepProgress progress
                && progress.step().equals(step)
                && progress.state() == state;
        dead = dead || dies;
        if (dead) {
            throw new Crash();
        }
        try {
            return method.invoke(real, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
