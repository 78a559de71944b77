package dev.abacus.infra.launcher;

/**
 * The secrets of the servers on a developer's machine. They protect nothing, since everything they open listens on
 * loopback only; a deployment sets its own where it configures its servers and never runs this launcher.
 */
final class DevelopmentSecrets {

    static final String NACOS_PASSWORD = "nacos";
    static final String NACOS_IDENTITY = "abacus-development";
    /** Base64 of at least 32 bytes, as Nacos asks. */
    static final String NACOS_TOKEN_KEY = "YWJhY3VzLWRldmVsb3BtZW50LW9ubHktdG9rZW4ta2V5LTAwMDE=";

    /** Of the account that owns the shards; the services have it in their dev profile. */
    static final String SUITE_PASSWORD = "suite";
    /** Of the one that owns tenant-service's schema. */
    static final String TENANT_PASSWORD = "tenant";
    /** Of those that own lane-control's and the function dispatcher's. */
    static final String LANE_PASSWORD = "lane";

    static final String FUNCTION_PASSWORD = "fn";

    static final String SEATA_PASSWORD = "seata";
    static final String SEATA_TOKEN_KEY = "abacus-development-only-console-key";

    private DevelopmentSecrets() {}
}
