package dev.abacus.seed.functions;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.Yaml;

/**
 * What a cluster runs a function by. Knative serves what answers within ten minutes, by its calls under way, from and to zero; it ends
 * longer requests, so a longer function is a Deployment that KEDA scales by how many of its invocations are open in the queue.
 */
final class Manifests {

    /** Knative's max-revision-timeout-seconds, as it comes. */
    private static final Duration LONGEST_REQUEST = Duration.ofMinutes(10);

    /** The share of its concurrency that an instance is meant to be busy with, as on the shared runtime. */
    private static final String UTILISATION = "70";

    private final Container container;
    private final String image;

    Manifests(Container container, String image) {
        this.container = container;
        this.image = image;
    }

    /** The documents, in the order in which they are to be applied. */
    List<Map<String, Object>> documents() {
        return container.timeout().compareTo(LONGEST_REQUEST) <= 0
                ? List.of(knativeService())
                : List.of(deployment(), service(), queueAccess(), scaledObject());
    }

    String yaml() {
        DumperOptions options = new DumperOptions();
        options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
        options.setSplitLines(false);
        Yaml yaml = new Yaml(options);
        return documents().stream().map(yaml::dump).collect(Collectors.joining("---\n"));
    }

    private Map<String, Object> knativeService() {
        Map<String, Object> annotations = map(
                "autoscaling.knative.dev/min-scale",
                String.valueOf(container.minScale()),
                "autoscaling.knative.dev/max-scale",
                String.valueOf(container.maxScale()),
                "autoscaling.knative.dev/metric",
                "concurrency",
                "autoscaling.knative.dev/target-utilization-percentage",
                UTILISATION);
        Map<String, Object> spec = map(
                "containerConcurrency",
                container.concurrency(),
                "timeoutSeconds",
                (int) Math.max(1, container.timeout().toSeconds()),
                "containers",
                List.of(container(List.of())));
        Map<String, Object> labels = labels();
        // Nobody outside the cluster calls it but by a gateway.
        labels.put("networking.knative.dev/visibility", "cluster-local");
        return document(
                "serving.knative.dev/v1",
                "Service",
                labels,
                map("template", map("metadata", map("annotations", annotations, "labels", labels()), "spec", spec)));
    }

    private Map<String, Object> deployment() {
        long grace = container.timeout().toSeconds() + 5;
        return document(
                "apps/v1",
                "Deployment",
                labels(),
                map(
                        "selector",
                        map("matchLabels", labels()),
                        "template",
                        map(
                                "metadata",
                                map("labels", labels()),
                                "spec",
                                map(
                                        "terminationGracePeriodSeconds",
                                        grace,
                                        "containers",
                                        List.of(container(List.of(
                                                map("name", "PORT", "value", String.valueOf(Container.PORT)))))))));
    }

    private Map<String, Object> service() {
        return document(
                "v1",
                "Service",
                labels(),
                map(
                        "selector",
                        labels(),
                        "ports",
                        List.of(map("name", "http", "port", 80, "targetPort", Container.PORT))));
    }

    /** The secret is the operator's; its connection string is the queue's, read-only. */
    private Map<String, Object> queueAccess() {
        return document(
                "keda.sh/v1alpha1",
                "TriggerAuthentication",
                labels(),
                map(
                        "secretTargetRef",
                        List.of(map(
                                "parameter",
                                "connectionString",
                                "name",
                                "abacus-function-queue",
                                "key",
                                "connectionString"))));
    }

    private Map<String, Object> scaledObject() {
        String waiting = "SELECT COUNT(*) FROM invocation WHERE open = 1 AND function = '" + container.name() + "'";
        return document(
                "keda.sh/v1alpha1",
                "ScaledObject",
                labels(),
                map(
                        "scaleTargetRef",
                        map("name", container.name()),
                        "minReplicaCount",
                        container.minScale(),
                        "maxReplicaCount",
                        container.maxScale(),
                        "pollingInterval",
                        5,
                        "cooldownPeriod",
                        60,
                        "triggers",
                        List.of(map(
                                "type",
                                "mysql",
                                "metadata",
                                map("query", waiting, "queryValue", String.valueOf(container.concurrency())),
                                "authenticationRef",
                                map("name", container.name())))));
    }

    private Map<String, Object> container(List<Map<String, Object>> more) {
        List<Object> environment = new ArrayList<>(more);
        container.environment().forEach((name, value) -> environment.add(map("name", name, "value", value)));
        environment.add(map(
                "name",
                "CALLER_TOKEN",
                "valueFrom",
                map("secretKeyRef", map("name", "abacus-function-caller", "key", "token", "optional", true))));
        String memory = container.heapMi() + Container.BESIDE_HEAP_MI + "Mi";
        Map<String, Object> health = map("httpGet", map("path", "/health", "port", Container.PORT));
        return map(
                "name",
                "function",
                "image",
                image,
                "ports",
                List.of(map("name", "http1", "containerPort", Container.PORT)),
                "env",
                environment,
                "resources",
                map("requests", map("cpu", "50m", "memory", memory), "limits", map("memory", memory)),
                "readinessProbe",
                health,
                "livenessProbe",
                map("httpGet", health.get("httpGet"), "periodSeconds", 10, "failureThreshold", 3),
                "securityContext",
                map(
                        "allowPrivilegeEscalation",
                        false,
                        "runAsNonRoot",
                        true,
                        "capabilities",
                        map("drop", List.of("ALL")),
                        "seccompProfile",
                        map("type", "RuntimeDefault")));
    }

    private Map<String, Object> labels() {
        return map("app.kubernetes.io/name", container.name(), "app.kubernetes.io/part-of", "abacus-functions");
    }

    private Map<String, Object> document(
            String version, String kind, Map<String, Object> labels, Map<String, Object> spec) {
        return map(
                "apiVersion",
                version,
                "kind",
                kind,
                "metadata",
                map("name", container.name(), "labels", labels),
                "spec",
                spec);
    }

    /** In the order in which people read manifests. */
    private static Map<String, Object> map(Object... pairs) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put((String) pairs[i], pairs[i + 1]);
        }
        return map;
    }
}
