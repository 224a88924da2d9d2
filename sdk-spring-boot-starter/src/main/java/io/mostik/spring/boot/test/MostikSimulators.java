package io.mostik.spring.boot.test;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Starts a simulator of each vendor whose module is on the class path, lets the properties of its client point there, and
 * makes it a bean of the test. Goes with {@code @SpringBootTest} or any slice; needs {@code sdk-testing}.
 *
 * <pre>{@code
 * @SpringBootTest
 * @MostikSimulators
 * class DeskTest {
 *     @Autowired RemOnlineSimulator vendor;
 *     @Autowired Desk desk;
 *
 *     @Test
 *     void showsAnOrder() {
 *         long id = vendor.seedOrder();
 *         assertThat(desk.order(id)).isNotNull();
 *     }
 * }
 * }</pre>
 *
 * <p>A simulator lives as long as the application context, which Spring keeps for several test classes.
 */
@Documented
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface MostikSimulators {}
