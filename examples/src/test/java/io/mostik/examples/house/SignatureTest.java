package io.mostik.examples.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** No type of a library stands in a public signature: an embedder's code must not change when we change a library. */
@Tag("any-jdk")
class SignatureTest {

    private static final Set<String> OURS_AND_THE_JDKS =
            Set.of("java.", "javax.", "jdk.", "com.sun.net.httpserver.", "io.mostik.", "jakarta.servlet.");

    private static final Set<String> ADAPTERS = Set.of("io.mostik.micrometer", "io.mostik.spring");
    private static final Set<String> LIBRARIES_OF_ADAPTERS = Set.of("io.micrometer.", "org.springframework.");

    @Test
    void givenPublicSignatures_whenRead_thenNameOnlyOurTypesAndJdk() {
        List<String> foreign = new ArrayList<>();
        for (JavaClass type : new ClassFileImporter()
                .withImportOption(new MainClasses())
                .importPackages(
                        "io.mostik.core",
                        "io.mostik.bankcards.workflow",
                        "io.mostik.pbx",
                        "io.mostik.salesautopilot",
                        "io.mostik.remonline",
                        "io.mostik.micrometer",
                        "io.mostik.spring")) {
            if (isExported(type)) {
                type.getCodeUnits().stream().filter(SignatureTest::isVisible).forEach(unit -> check(unit, foreign));
                type.getFields().stream()
                        .filter(field -> field.getModifiers().contains(JavaModifier.PUBLIC))
                        .forEach(field -> check(field, foreign));
            }
        }

        assertThat(foreign).isEmpty();
    }

    private static boolean isExported(JavaClass type) {
        return type.getModifiers().contains(JavaModifier.PUBLIC)
                && !type.getSimpleName().startsWith("Immutable")
                && !type.getPackageName().contains(".internal");
    }

    private static boolean isVisible(JavaCodeUnit unit) {
        boolean written = !unit.getModifiers().contains(JavaModifier.SYNTHETIC)
                && !unit.getModifiers().contains(JavaModifier.BRIDGE);
        return written
                && (unit.getModifiers().contains(JavaModifier.PUBLIC)
                        || unit.getModifiers().contains(JavaModifier.PROTECTED));
    }

    private static void check(JavaCodeUnit unit, List<String> foreign) {
        Stream.concat(
                        unit.getReturnType().getAllInvolvedRawTypes().stream(),
                        unit.getParameterTypes().stream().flatMap(type -> type.getAllInvolvedRawTypes().stream()))
                .filter(type -> isForeign(unit, type))
                .forEach(type -> foreign.add(unit.getFullName() + " names " + type.getName()));
    }

    private static void check(JavaField field, List<String> foreign) {
        field.getType().getAllInvolvedRawTypes().stream()
                .filter(type -> isForeign(field, type))
                .forEach(type -> foreign.add(field.getFullName() + " names " + type.getName()));
    }

    private static boolean isForeign(JavaMember member, JavaClass type) {
        JavaClass base = type.getBaseComponentType();
        return !base.isPrimitive()
                && OURS_AND_THE_JDKS.stream().noneMatch(base.getName()::startsWith)
                && !(isOfAdapter(member) && LIBRARIES_OF_ADAPTERS.stream().anyMatch(base.getName()::startsWith));
    }

    /** What an adapter to a library is for is to have its types in its signatures. */
    private static boolean isOfAdapter(JavaMember member) {
        return ADAPTERS.stream().anyMatch(member.getOwner().getPackageName()::startsWith);
    }
}
