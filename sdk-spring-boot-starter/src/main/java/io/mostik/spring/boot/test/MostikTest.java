package io.mostik.spring.boot.test;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;

/**
 * A slice: clients, workflows and a store in memory, against simulators; nothing of the application but what the test
 * imports, no web server, no database.
 *
 * <pre>{@code
 * @MostikTest
 * @Import(Desk.class)
 * class DeskTest {
 *     @Autowired RemOnlineSimulator vendor;
 *     @Autowired Desk desk;
 * }
 * }</pre>
 *
 * @see MostikSimulators for the whole application
 */
@Documented
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@MostikSimulators
@SpringBootTest(
        classes = MostikSlice.class,
        webEnvironment = SpringBootTest.WebEnvironment.NONE,
        properties = "mostik.store.type=memory")
public @interface MostikTest {}
