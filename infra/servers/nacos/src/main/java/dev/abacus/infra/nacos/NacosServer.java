package dev.abacus.infra.nacos;

import com.alibaba.nacos.NacosServerBasicApplication;
import com.alibaba.nacos.NacosServerWebApplication;
import com.alibaba.nacos.console.NacosConsole;
import com.alibaba.nacos.core.listener.startup.NacosStartUp;
import com.alibaba.nacos.core.listener.startup.NacosStartUpManager;
import com.alibaba.nacos.sys.env.Constants;
import com.alibaba.nacos.sys.env.DeploymentType;
import com.alibaba.nacos.sys.env.EnvUtil;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Starts Nacos 3 on one node: core, web API and console, with its data in Derby under {@code nacos.home}. It is ready
 * when its administrator exists, which it says by making the file named by {@code abacus.ready}.
 */
public final class NacosServer {

    private static final Logger log = LoggerFactory.getLogger(NacosServer.class);

    private NacosServer() {}

    public static void main(String[] arguments) throws Exception {
        // A failed start must end the process: Nacos' own threads would keep a half-started one alive.
        Thread.currentThread().setUncaughtExceptionHandler((main, failure) -> {
            log.error("Nacos did not start", failure);
            System.exit(1);
        });
        System.setProperty("nacos.standalone", "true");
        System.setProperty(Constants.NACOS_DEPLOYMENT_TYPE, Constants.NACOS_DEPLOYMENT_TYPE_MERGED);
        SmallRaftLog.use();
        DerbyStore.create(Path.of(System.getProperty("nacos.home")));
        EnvUtil.setDeploymentType(DeploymentType.MERGED);
        start(arguments);
        Administrator.ensure(
                System.getProperty("nacos.server.main.port"), System.getProperty("abacus.nacos.admin-password"));
        Files.createFile(Path.of(System.getProperty("abacus.ready")));
    }

    /** The phases of Nacos' own bootstrap, which it runs in this order and only once each. */
    private static void start(String[] arguments) {
        NacosStartUpManager.start(NacosStartUp.CORE_START_UP_PHASE);
        ConfigurableApplicationContext core = new SpringApplicationBuilder(NacosServerBasicApplication.class)
                .web(WebApplicationType.NONE)
                .run(arguments);
        NacosStartUpManager.start(NacosStartUp.WEB_START_UP_PHASE);
        new SpringApplicationBuilder(NacosServerWebApplication.class)
                .parent(core)
                .run(arguments);
        NacosStartUpManager.start(NacosStartUp.CONSOLE_START_UP_PHASE);
        new SpringApplicationBuilder(NacosConsole.class).parent(core).run(arguments);
    }
}
