package io.mostik.spring.boot.test;

import org.springframework.boot.autoconfigure.ImportAutoConfiguration;

/** What {@link MostikTest} loads: the classes that the file of this name in {@code META-INF/spring} lists. */
@ImportAutoConfiguration
class MostikSlice {}
