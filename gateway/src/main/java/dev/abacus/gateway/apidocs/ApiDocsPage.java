package dev.abacus.gateway.apidocs;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** The page {@code /docs/}: Swagger UI from its package, with nothing in it of other hosts. */
@Configuration(proxyBeanMethods = false)
class ApiDocsPage implements WebMvcConfigurer {

    private final String version;

    ApiDocsPage(@Value("${abacus.gateway.swagger-ui-version}") String version) {
        this.version = version;
    }

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/docs/ui/**")
                .addResourceLocations("classpath:/META-INF/resources/webjars/swagger-ui/" + version + "/");
    }

    @Override
    public void addViewControllers(ViewControllerRegistry registry) {
        registry.addRedirectViewController("/", "/app/");
        registry.addRedirectViewController("/docs", "/docs/");
        registry.addViewController("/docs/").setViewName("forward:/docs/index.html");
    }
}
