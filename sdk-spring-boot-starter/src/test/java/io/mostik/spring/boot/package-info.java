/** Tests of the starter on the oldest Spring Boot; whole applications are in {@code examples/spring-desk}. */
@NullMarked
package io.mostik.spring.boot;

import org.jspecify.annotations.NullMarked;
