package io.mostik.core.json;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks an attribute of a model that {@code toString()} must not show: it prints {@code ***} in place of the value, and
 * nothing if there is none. For names, phones, addresses, account numbers and free text, where people write all of
 * these.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Redacted {

    /**
     * Returns whether the keys of a map are printed, because they are the vendor's names and say nothing about people.
     */
    boolean keys() default false;
}
