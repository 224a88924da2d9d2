/** Simulators of the vendors in tests of a Spring Boot application; start at {@link io.mostik.spring.boot.test.MostikTest}. */
@NullMarked
package io.mostik.spring.boot.test;

import org.jspecify.annotations.NullMarked;
