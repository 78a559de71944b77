package dev.abacus.function.testkit;

import dev.abacus.function.platform.Cache;
import dev.abacus.function.platform.Configuration;
import dev.abacus.function.platform.Invocations;
import dev.abacus.function.platform.Locks;
import dev.abacus.function.platform.NotProvided;
import dev.abacus.function.platform.Platform;
import dev.abacus.function.platform.ServiceClient;
import dev.abacus.function.platform.TenantData;
import io.cloudevents.CloudEvent;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Everything outside the function, in memory. It outlives calls, as the real one does, and keeps tenants apart. */
public final class FakePlatform {

    private final Map<String, String> settings = new ConcurrentHashMap<>();
    private final Map<String, ServiceClient> services = new ConcurrentHashMap<>();
    private final List<Called> called = new CopyOnWriteArrayList<>();
    private final List<Submitted> submitted = new CopyOnWriteArrayList<>();
    private final FakeStore store;
    private final Map<String, TenantData> data = new ConcurrentHashMap<>();

    FakePlatform(TurnedClock clock) {
        this.store = new FakeStore(clock);
    }

    /** A call that the function made to a service. */
    public record Called(String service, String method, String path, String body, String tenant, String lane) {}

    /**
     * An invocation that the function handed in.
     *
     * @param key what it is ordered by; null for nothing
     */
    public record Submitted(
            String id, String function, CloudEvent event, String key, String tenant, String lane, int depth) {}

    /** Sets it or, while the function runs, changes it. */
    public void setting(String key, String value) {
        settings.put(key, value);
    }

    public void service(String name, ServiceClient answers) {
        services.put(name, answers);
    }

    public void tenantData(String service, TenantData answers) {
        data.put(service, answers);
    }

    public List<Called> called() {
        return List.copyOf(called);
    }

    /** In order, each once: what is handed in again under the same source and id is the first one. */
    public List<Submitted> submitted() {
        return List.copyOf(submitted);
    }

    /** Before the first call there are settings only, as on a worker. */
    Platform ofNoCall() {
        return new Platform() {
            @Override
            public Configuration configuration() {
                return key -> Optional.ofNullable(settings.get(key));
            }

            @Override
            public Cache cache() {
                throw tooEarly();
            }

            @Override
            public Locks locks() {
                throw tooEarly();
            }

            @Override
            public TenantData tenantData(String service) {
                throw tooEarly();
            }

            @Override
            public ServiceClient service(String name) {
                throw tooEarly();
            }

            @Override
            public Invocations invocations() {
                throw tooEarly();
            }
        };
    }

    private static NotProvided tooEarly() {
        return new NotProvided("before the first call there are settings only");
    }

    /** @param tenant null for none */
    Platform as(String tenant, String lane, int depth) {
        return new Bound(tenant, lane, depth);
    }

    private final class Bound implements Platform {

        private final String tenant;
        private final String lane;
        private final int depth;

        Bound(String tenant, String lane, int depth) {
            this.tenant = tenant;
            this.lane = lane;
            this.depth = depth;
        }

        @Override
        public Configuration configuration() {
            return key -> Optional.ofNullable(settings.get(key));
        }

        @Override
        public Cache cache() {
            return store.cacheOf(tenant);
        }

        @Override
        public Locks locks() {
            return store.locksOf(tenant);
        }

        @Override
        public TenantData tenantData(String service) {
            return (sql, values) -> {
                if (tenant == null) {
                    throw new NotProvided("this call has no tenant, whose data could be meant");
                }
                TenantData answers = data.get(service);
                if (answers == null) {
                    throw new NotProvided(
                            "the test sets no data of " + service + ": platform().tenantData(\"" + service + "\", …)");
                }
                return answers.query(sql, values);
            };
        }

        @Override
        public ServiceClient service(String name) {
            ServiceClient answers = services.get(name);
            if (answers == null) {
                throw new NotProvided("the test sets no service " + name + ": service(\"" + name + "\", …)");
            }
            return (method, path, body) -> {
                if (tenant == null) {
                    throw new NotProvided("this call has no tenant, for whom a service could be asked");
                }
                called.add(new Called(name, method, path, body, tenant, lane));
                return answers.send(method, path, body);
            };
        }

        @Override
        public Invocations invocations() {
            return this::submit;
        }

        private String submit(String function, CloudEvent event, String key) {
            synchronized (submitted) {
                return submitted.stream()
                        .filter(one -> one.function().equals(function)
                                && one.event().getId().equals(event.getId())
                                && one.event().getSource().equals(event.getSource()))
                        .findFirst()
                        .map(Submitted::id)
                        .orElseGet(() -> {
                            String id = "invocation-" + (submitted.size() + 1);
                            submitted.add(new Submitted(id, function, event, key, tenant, lane, depth + 1));
                            return id;
                        });
            }
        }
    }
}
