package dev.abacus.seed.functions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.AnnotatedMember;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import io.fabric8.knative.serving.v1.Service;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Manifests as their models read them, without what they do not know. */
class ManifestsTest {

    private static final String LABELS =
            """
            name: shelf-label
            handler: functions.shelflabel.ShelfLabel
            memory: 128Mi
            timeout: 1m30s
            concurrency: 20
            scale: {min: 1, max: 8}
            settings: {greeting: "Hello: you", level: 3}
            """;

    /** The models keep what they do not know beside the rest; here it is dropped, and missed. */
    private static final ObjectMapper KNOWN = new ObjectMapper()
            .setAnnotationIntrospector(new JacksonAnnotationIntrospector() {
                @Override
                public Boolean hasAnySetter(com.fasterxml.jackson.databind.introspect.Annotated a) {
                    return false;
                }

                @Override
                public Boolean hasAnyGetter(com.fasterxml.jackson.databind.introspect.Annotated a) {
                    return false;
                }

                @Override
                public boolean hasIgnoreMarker(AnnotatedMember member) {
                    return super.hasIgnoreMarker(member)
                            || member.getName()
                                    .toLowerCase(java.util.Locale.ROOT)
                                    .contains("additionalproperties");
                }
            })
            .setSerializationInclusion(JsonInclude.Include.NON_EMPTY)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    private static List<Map<String, Object>> documents(String definition) {
        Container container = Container.of(FunctionProject.of(Path.of("."), definition));
        String yaml = new Manifests(container, "registry.local/functions/shelf-label:3").yaml();
        List<Map<String, Object>> documents = new ArrayList<>();
        new Yaml(new SafeConstructor(new LoaderOptions()))
                .loadAll(yaml)
                .forEach(document -> documents.add(map(document)));
        return documents;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Object value) {
        return (Map<String, Object>) value;
    }

    @Test
    void a_function_is_a_knative_service_that_scales_by_its_calls_from_what_function_yaml_says() {
        Map<String, Object> document = documents(LABELS).getFirst();

        Service service = KNOWN.convertValue(document, Service.class);

        assertThat(service.getApiVersion()).isEqualTo("serving.knative.dev/v1");
        assertThat(service.getMetadata().getName()).isEqualTo("shelf-label");
        assertThat(service.getMetadata().getLabels())
                .containsEntry("networking.knative.dev/visibility", "cluster-local");
        var template = service.getSpec().getTemplate();
        assertThat(template.getMetadata().getAnnotations())
                .containsEntry("autoscaling.knative.dev/min-scale", "1")
                .containsEntry("autoscaling.knative.dev/max-scale", "8");
        assertThat(template.getSpec().getContainerConcurrency()).isEqualTo(20);
        assertThat(template.getSpec().getTimeoutSeconds()).isEqualTo(90);
        var container = template.getSpec().getContainers().getFirst();
        assertThat(container.getImage()).isEqualTo("registry.local/functions/shelf-label:3");
        assertThat(container.getResources().getLimits().get("memory")).hasToString("224Mi");
        assertThat(container.getReadinessProbe().getHttpGet().getPath()).isEqualTo("/health");
        assertThat(container.getEnv())
                .extracting(EnvVar::getName)
                .contains("FUNCTION_HANDLER", "FUNCTION_JARS", "CALLER_TOKEN")
                .as("Knative sets it itself and refuses who does")
                .doesNotContain("PORT");
        assertThat(container.getEnv())
                .filteredOn(variable -> variable.getName().startsWith("SETTING_"))
                .extracting(EnvVar::getName, EnvVar::getValue)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple("SETTING_greeting", "Hello: you"),
                        org.assertj.core.groups.Tuple.tuple("SETTING_level", "3"));
    }

    /** By way of text, as two readers of one number may take it for different kinds of number. */
    private static JsonNode tree(Object value) throws Exception {
        return KNOWN.readTree(KNOWN.writeValueAsString(value));
    }

    private static JsonNode throughTheModel(Map<String, Object> document) throws Exception {
        return tree(KNOWN.convertValue(document, Service.class));
    }

    @Test
    void nothing_is_lost_on_the_way_through_the_model_but_what_it_does_not_know() throws Exception {
        Map<String, Object> document = documents(LABELS).getFirst();
        assertThat(throughTheModel(document)).isEqualTo(tree(document));

        map(document.get("spec")).put("templat", Map.of("x", "y"));
        assertThat(throughTheModel(document)).isNotEqualTo(tree(document));
    }

    /** KEDA's models are not published for Java: its documents are held against the fields that its definitions require. */
    @Test
    void one_that_takes_long_is_a_deployment_that_keda_scales_by_its_queue() {
        List<Map<String, Object>> documents = documents(LABELS.replace("1m30s", "2h"));

        assertThat(documents)
                .extracting(document -> document.get("kind"))
                .containsExactly("Deployment", "Service", "TriggerAuthentication", "ScaledObject");
        Deployment deployment = KNOWN.convertValue(documents.get(0), Deployment.class);
        var pod = deployment.getSpec().getTemplate();
        assertThat(deployment.getSpec().getSelector().getMatchLabels())
                .isEqualTo(pod.getMetadata().getLabels());
        assertThat(pod.getSpec().getTerminationGracePeriodSeconds()).isEqualTo(7205);
        assertThat(deployment.getSpec().getReplicas()).as("KEDA's to say").isNull();
        assertThat(pod.getSpec().getContainers().getFirst().getEnv())
                .anySatisfy(variable -> assertThat(variable.getName()).isEqualTo("PORT"));
        KNOWN.convertValue(documents.get(1), io.fabric8.kubernetes.api.model.Service.class);

        Map<String, Object> scaled = documents.get(3);
        assertThat(scaled).containsEntry("apiVersion", "keda.sh/v1alpha1");
        Map<String, Object> spec = map(scaled.get("spec"));
        assertThat(spec)
                .containsKeys("scaleTargetRef", "triggers")
                .containsEntry("minReplicaCount", 1)
                .containsEntry("maxReplicaCount", 8);
        assertThat(map(spec.get("scaleTargetRef"))).containsEntry("name", "shelf-label");
        Map<String, Object> trigger = map(((List<?>) spec.get("triggers")).getFirst());
        assertThat(trigger).containsKeys("type", "metadata").containsEntry("type", "mysql");
        assertThat(map(trigger.get("metadata")))
                .containsEntry("queryValue", "20")
                .hasEntrySatisfying("query", query -> assertThat((String) query).contains("function = 'shelf-label'"));
        assertThat(map(trigger.get("authenticationRef")))
                .containsEntry("name", map(documents.get(2).get("metadata")).get("name"));
    }

    @Test
    void a_setting_that_can_be_no_variable_is_told() {
        assertThatThrownBy(() -> documents("name: x\nhandler: y\nsettings: {\"a b\": 1}\n"))
                .isInstanceOf(Wrong.class)
                .hasMessageContaining("a b");
    }
}
