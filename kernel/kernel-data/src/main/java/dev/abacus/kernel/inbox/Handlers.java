package dev.abacus.kernel.inbox;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.core.MethodIntrospector;
import org.springframework.core.annotation.AnnotatedElementUtils;

/** All {@link Consumes} methods of the application, by consumer and event type. */
final class Handlers {

    private final Map<String, Map<String, Handler>> byConsumer = new LinkedHashMap<>();

    Handlers(Collection<Handler> handlers) {
        for (Handler handler : handlers) {
            Handler other = byConsumer
                    .computeIfAbsent(handler.consumer(), name -> new LinkedHashMap<>())
                    .put(handler.type(), handler);
            if (other != null) {
                throw new IllegalStateException(handler.consumer() + " consumes " + handler.type() + " twice");
            }
        }
    }

    static Handlers of(ListableBeanFactory beans) {
        List<Handler> handlers = new ArrayList<>();
        for (String name : beans.getBeanNamesForType(Object.class, false, false)) {
            Class<?> type = beans.getType(name, false);
            if (type == null || !type.getName().startsWith("dev.abacus.")) {
                continue;
            }
            Map<java.lang.reflect.Method, Consumes> methods =
                    MethodIntrospector.selectMethods(type, (MethodIntrospector.MetadataLookup<Consumes>)
                            method -> AnnotatedElementUtils.findMergedAnnotation(method, Consumes.class));
            methods.forEach((method, consumes) -> handlers.add(new Handler(beans.getBean(name), method, consumes)));
        }
        return new Handlers(handlers);
    }

    Set<String> consumers() {
        return byConsumer.keySet();
    }

    Set<String> topics(String consumer) {
        return byConsumer.get(consumer).keySet().stream()
                .map(type -> type.substring(0, type.indexOf('.')))
                .collect(Collectors.toSet());
    }

    Optional<Handler> find(String consumer, String type) {
        return Optional.ofNullable(byConsumer.getOrDefault(consumer, Map.of()).get(type));
    }
}
