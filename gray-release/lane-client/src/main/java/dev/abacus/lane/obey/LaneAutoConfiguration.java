package dev.abacus.lane.obey;

import com.alibaba.cloud.nacos.NacosDiscoveryProperties;
import com.alibaba.cloud.nacos.discovery.NacosDiscoveryAutoConfiguration;
import com.alibaba.nacos.api.NacosFactory;
import com.alibaba.nacos.api.config.ConfigService;
import com.alibaba.nacos.api.exception.NacosException;
import com.alibaba.nacos.client.address.ServerListProvider;
import com.alibaba.nacos.common.spi.NacosServiceLoader;
import dev.abacus.lane.membership.MembershipApi;
import java.time.InstantSource;
import java.util.function.Supplier;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.cloud.client.serviceregistry.Registration;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Every process knows the rules; one that can reach lane-control takes part. */
@AutoConfiguration(after = NacosDiscoveryAutoConfiguration.class)
@EnableConfigurationProperties(LaneProperties.class)
public class LaneAutoConfiguration {

    @Bean
    ActiveRules activeLaneRules() {
        return new ActiveRules(InstantSource.system());
    }

    @Bean
    Self laneSelf(@Value("${spring.application.name:unnamed}") String service, LaneProperties properties) {
        return Self.of(service, properties);
    }

    /** Without {@link Membership} nobody renews it, and nothing is tagged or adopted. */
    @Bean
    Lease laneLease() {
        return new Lease();
    }

    @Bean
    Tags laneTags(ActiveRules rules, Lease lease) {
        return new Tags(rules, lease::valid);
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnProperty(name = "abacus.lane.enabled", matchIfMissing = true)
    static class TakingPart {

        @Bean
        @ConditionalOnBean(NacosDiscoveryProperties.class)
        PublishedRules publishedLaneRules(
                NacosDiscoveryProperties nacos, ActiveRules rules, LaneProperties properties) {
            findServerListProviders();
            return new PublishedRules(
                    configService(nacos), properties.rulesGroup(), rules, new RulesFile(properties.rulesFile()));
        }

        /**
         * Nacos' client fills its cache of providers while other threads may read it: of two clients made at the same moment
         * (this one, and the registration's on the main thread) one may find none, "No server list provider found", and the
         * service does not start. Filled here, before there is a second thread, it is only read.
         */
        private static void findServerListProviders() {
            NacosServiceLoader.load(ServerListProvider.class);
        }

        private static Supplier<ConfigService> configService(NacosDiscoveryProperties nacos) {
            return () -> {
                try {
                    return NacosFactory.createConfigService(nacos.getNacosProperties());
                } catch (NacosException e) {
                    throw new IllegalStateException(e);
                }
            };
        }

        @Bean
        @ConditionalOnBean(MembershipApi.class)
        Admission laneAdmission(Self self, MembershipApi control) {
            return new Admission(self, control);
        }

        @Bean
        @ConditionalOnBean(MembershipApi.class)
        Membership laneMembership(
                Self self,
                MembershipApi control,
                ActiveRules rules,
                Lease lease,
                ObjectProvider<Groups> groups,
                ObjectProvider<Registration> registration,
                LaneProperties properties,
                ApplicationContext context) {
            return new Membership(
                    self,
                    control,
                    rules,
                    lease,
                    () -> groups.getIfAvailable(() -> Groups.NONE),
                    () -> address(registration.getIfAvailable()),
                    properties.heartbeat(),
                    () -> end(context));
        }

        /** Not on the heartbeat's own thread, for which a stop waits. */
        private static void end(ApplicationContext context) {
            Thread.ofPlatform().name("expelled").start(() -> System.exit(SpringApplication.exit(context, () -> 1)));
        }

        private static String address(Registration registration) {
            return registration == null || registration.getPort() <= 0
                    ? null
                    : registration.getHost() + ":" + registration.getPort();
        }
    }
}
