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
        defaults = @Value.Immutable(copy = false),
        throwForInvalidImmutableState = MissingAttributeException.class,
        overshadowImplementation = true,
        visibility = Value.Style.ImplementationVisibility.PACKAGE,
        builderVisibility = Value.Style.BuilderVisibility.PUBLIC,
        jdkOnly = true,
        optionalAcceptNullable = true,
        clearBuilder = false,
        mergeFromSupertypesDynamically = false,
        depluralize = true,
        forceJacksonPropertyNames = false,
        delegateToString = "io.mostik.core.json.ModelText.toString",
        allowedClasspathAnnotations = {Override.class})
public @interface ModelStyle {}
