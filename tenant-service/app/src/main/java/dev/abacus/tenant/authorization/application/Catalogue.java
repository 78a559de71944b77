package dev.abacus.tenant.authorization.application;

import dev.abacus.tenant.authorization.domain.PermissionCatalogue;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The domain is plain Java; here its one catalogue becomes a bean. */
@Configuration(proxyBeanMethods = false)
class Catalogue {

    @Bean
    PermissionCatalogue permissionCatalogue() {
        return new PermissionCatalogue();
    }
}
