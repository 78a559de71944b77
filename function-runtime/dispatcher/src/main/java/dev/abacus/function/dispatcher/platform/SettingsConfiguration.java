package dev.abacus.function.dispatcher.platform;

import com.alibaba.cloud.nacos.NacosDiscoveryProperties;
import com.alibaba.nacos.api.NacosFactory;
import com.alibaba.nacos.api.config.ConfigService;
import com.alibaba.nacos.api.exception.NacosException;
import dev.abacus.function.dispatcher.pool.Settings;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.function.SingletonSupplier;

/** Where functions' settings come from: Nacos, when this dispatcher has one. */
@Configuration(proxyBeanMethods = false)
class SettingsConfiguration {

    @Bean
    Settings functionSettings(
            ObjectProvider<NacosDiscoveryProperties> nacos,
            @Value("${abacus.functions.settings.group:ABACUS}") String group,
            @Value("${abacus.functions.directory}") Path directory) {
        NacosDiscoveryProperties server = nacos.getIfAvailable();
        return server == null
                ? Settings.DEFINED
                : new NacosSettings(
                        SingletonSupplier.of(configService(server)),
                        group,
                        new KeptSettings(directory.resolve("settings")));
    }

    private static Supplier<ConfigService> configService(NacosDiscoveryProperties server) {
        return () -> {
            try {
                return NacosFactory.createConfigService(server.getNacosProperties());
            } catch (NacosException e) {
                throw new IllegalStateException(e);
            }
        };
    }
}
