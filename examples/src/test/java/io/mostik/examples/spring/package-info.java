/** The recipe for Spring MVC that the README shows, and its test. */
@NullMarked
package io.mostik.examples.spring;

import org.jspecify.annotations.NullMarked;
