package dev.abacus.kernel.ownschema;

import java.util.Set;
import org.springframework.boot.sql.init.dependency.AbstractBeansOfTypeDatabaseInitializerDetector;

/** Lets what uses the database wait for its schema, as Boot does for what it knows itself. */
final class SchemaFirst extends AbstractBeansOfTypeDatabaseInitializerDetector {

    @Override
    protected Set<Class<?>> getDatabaseInitializerBeanTypes() {
        return Set.of(SchemaAtStart.class);
    }
}
