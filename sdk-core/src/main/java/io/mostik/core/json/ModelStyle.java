package io.mostik.core.json;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.immutables.value.Value;

/** The one style of models: a hidden implementation, JDK collections, tolerant of null, secrets printed as a mask. */
@Target({ElementType.PACKAGE, ElementType.TYPE})
@Retention(RetentionPolicy.CLASS)
@Value.Style(
        overshadowImplementation = true,
        visibility = Value.Style.ImplementationVisibility.PACKAGE,
        builderVisibility = Value.Style.BuilderVisibility.PACKAGE,
        jdkOnly = true,
        optionalAcceptNullable = true,
        clearBuilder = false,
        depluralize = true,
        forceJacksonPropertyNames = false,
        redactedMask = "***",
        allowedClasspathAnnotations = {Override.class})
public @interface ModelStyle {}
