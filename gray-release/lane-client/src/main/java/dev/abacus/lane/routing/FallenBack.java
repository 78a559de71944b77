package dev.abacus.lane.routing;

import dev.abacus.lane.LaneTag;
import java.net.URI;
import java.util.Map;
import org.springframework.cloud.client.ServiceInstance;

/** An instance of the baseline that serves a call which its lane should have served. */
public record FallenBack(ServiceInstance instance, LaneTag lane) implements ServiceInstance {

    @Override
    public String getInstanceId() {
        return instance.getInstanceId();
    }

    @Override
    public String getServiceId() {
        return instance.getServiceId();
    }

    @Override
    public String getHost() {
        return instance.getHost();
    }

    @Override
    public int getPort() {
        return instance.getPort();
    }

    @Override
    public boolean isSecure() {
        return instance.isSecure();
    }

    @Override
    public URI getUri() {
        return instance.getUri();
    }

    @Override
    public Map<String, String> getMetadata() {
        return instance.getMetadata();
    }
}
