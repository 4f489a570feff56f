package org.photobridge.portal.test;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;

/** In place of {@code @Test}: runs the method once on H2 and once on PostgreSQL; it takes a {@link TestDatabase}. */
@TestTemplate
@ExtendWith(BothDatabasesExtension.class)
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface BothDatabases {}
