package dev.abacus.kernel.ownschema;

import dev.abacus.kernel.ownschema.OwnSchema.Account;
import javax.sql.DataSource;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** Looks after the service's schema before anything else of it uses the database. */
final class SchemaAtStart implements InitializingBean {

    private final Properties properties;
    private final DataSource source;

    SchemaAtStart(Properties properties, DataSource source) {
        this.properties = properties;
        this.source = source;
    }

    /**
     * @param ownSchema the service, as its migrations' folder is called
     * @param db where its schema is, and as whom it comes there
     * @param schema what a process does about its schema at its start
     * @param lane on which it runs; what is there is the baseline's, and only looked at
     */
    @ConfigurationProperties("abacus")
    record Properties(
            String ownSchema, @DefaultValue Db db, @DefaultValue("migrate") Schema schema, @DefaultValue Lane lane) {

        enum Schema {
            /** Brings it up to date. */
            MIGRATE,
            /** Starts only on one that is: somebody else brings it up to date before. */
            CHECK
        }

        record Db(
                @DefaultValue("127.0.0.1") String host,
                @DefaultValue("13306") int port,
                String user,
                @DefaultValue("") String password) {}

        record Lane(@DefaultValue("") String tag) {}

        private boolean migrates() {
            return schema == Schema.MIGRATE && lane.tag().isBlank();
        }
    }

    @Override
    public void afterPropertiesSet() {
        OwnSchema own = OwnSchema.of(properties.ownSchema());
        var db = properties.db();
        Account account = new Account(db.host() + ":" + db.port(), db.user(), db.password());
        if (properties.migrates()) {
            own.bringUpToDate(source, account);
        } else {
            own.check(source, account);
        }
    }
}
