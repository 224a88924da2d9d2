package io.mostik.spring.boot;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.aot.hint.MemberCategory;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.RuntimeHintsRegistrar;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.core.type.classreading.CachingMetadataReaderFactory;
import org.springframework.core.type.classreading.MetadataReader;
import org.springframework.core.type.classreading.MetadataReaderFactory;
import org.springframework.util.ClassUtils;

/**
 * What a native image would need to know of the SDK: the texts of advice, and the models that Jackson reads and writes. No
 * native image is built or tested here.
 */
final class MostikHints implements RuntimeHintsRegistrar {

    private static final String MODELS = "classpath*:io/mostik/**/*.class";
    private static final String JACKSON = "com.fasterxml.jackson.annotation.";
    private static final String DATABIND = "com.fasterxml.jackson.databind.annotation.JsonDeserialize";
    private static final List<String> BUNDLES = List.of(
            "io.mostik.core.hints",
            "io.mostik.bankcards.tbank.hints",
            "io.mostik.pbx.vcclive.internal.hints",
            "io.mostik.salesautopilot.hints",
            "io.mostik.remonline.internal.hints");

    @Override
    public void registerHints(RuntimeHints hints, @Nullable ClassLoader classLoader) {
        ClassLoader loader = classLoader == null ? ClassUtils.getDefaultClassLoader() : classLoader;
        PathMatchingResourcePatternResolver resources = new PathMatchingResourcePatternResolver(loader);
        for (String bundle : BUNDLES) {
            if (resources
                    .getResource("classpath:" + bundle.replace('.', '/') + ".properties")
                    .exists()) {
                hints.resources().registerResourceBundle(bundle);
            }
        }
        MetadataReaderFactory classes = new CachingMetadataReaderFactory(loader);
        try {
            for (Resource resource : resources.getResources(MODELS)) {
                register(classes.getMetadataReader(resource), hints);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Registers what carries an annotation of Jackson, and what the annotation processor made of it. */
    private static void register(MetadataReader type, RuntimeHints hints) {
        String name = type.getClassMetadata().getClassName();
        boolean isModel = type.getAnnotationMetadata().hasAnnotation(DATABIND)
                || type.getAnnotationMetadata().getAnnotationTypes().stream().anyMatch(one -> one.startsWith(JACKSON))
                || !type.getAnnotationMetadata()
                        .getAnnotatedMethods(JACKSON + "JsonCreator")
                        .isEmpty()
                || !type.getAnnotationMetadata()
                        .getAnnotatedMethods(JACKSON + "JsonProperty")
                        .isEmpty()
                || ClassUtils.getShortName(name).startsWith("Immutable");
        if (isModel) {
            hints.reflection()
                    .registerType(
                            org.springframework.aot.hint.TypeReference.of(name),
                            MemberCategory.INVOKE_DECLARED_CONSTRUCTORS,
                            MemberCategory.INVOKE_DECLARED_METHODS);
        }
    }
}
