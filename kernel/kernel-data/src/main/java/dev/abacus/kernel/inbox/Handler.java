package dev.abacus.kernel.inbox;

import dev.abacus.kernel.event.DomainEvent;
import dev.abacus.kernel.event.EventType;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import tools.jackson.databind.json.JsonMapper;

/** A bean's method that takes one type of event. */
final class Handler {

    private final String consumer;
    private final Object bean;
    private final Method method;
    private final Class<?> event;

    Handler(Object bean, Method method, Consumes consumes) {
        if (method.getParameterCount() != 1 || !DomainEvent.class.isAssignableFrom(method.getParameterTypes()[0])) {
            throw new IllegalStateException(method + ": a consumer takes one event");
        }
        this.consumer = consumes.consumer();
        this.bean = bean;
        this.method = method;
        this.event = method.getParameterTypes()[0];
        method.setAccessible(true);
    }

    String consumer() {
        return consumer;
    }

    String type() {
        EventType type = event.getAnnotation(EventType.class);
        if (type == null) {
            throw new IllegalStateException(event + " needs @EventType");
        }
        return type.value();
    }

    /** @throws tools.jackson.core.JacksonException when the payload is not this event: no attempt will change that */
    Object read(String payload, JsonMapper json) {
        return json.readValue(payload, event);
    }

    void handle(Object event) {
        try {
            method.invoke(bean, event);
        } catch (InvocationTargetException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }
}
