package io.mostik.examples.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * No type is public that callers do not need. Callers start from a type that another module of ours or an example uses,
 * that a document names in code, or that is a program. From a needed type they come to its supertypes, its annotations,
 * its nested types, what its public and protected members name, and the exceptions of its {@code @throws}.
 */
@Tag("any-jdk")
class PublicTypesTest {

    private static final Pattern EXPORT = Pattern.compile("exports (io\\.mostik[\\w.]*)");
    private static final Pattern CODE = Pattern.compile("(?s)```java\\n.*?```|`[^`\\n]+`");
    private static final Pattern TYPE = Pattern.compile("\\b[A-Z]\\w+");
    private static final Pattern THROWS = Pattern.compile("@throws (?:[a-z]+\\.)*(\\w+)");
    private static final String MAIN = "/src/main/java/";

    /** The starter is no named module: all its packages are open to callers. */
    private static final Set<String> OF_THE_STARTER = Set.of("io.mostik.spring.boot", "io.mostik.spring.boot.test");

    private final JavaClasses ours =
            new ClassFileImporter().withImportOption(new MainClasses()).importPackages("io.mostik");
    private final Map<String, Path> sources = sources();

    @Test
    void givenPublicTypes_whenLookedThrough_thenCallersNeedEach() {
        Set<JavaClass> exported = exported();

        Set<JavaClass> needed = needed(exported);

        assertThat(exported).hasSizeGreaterThan(500);
        assertThat(exported.stream().filter(type -> !needed.contains(type)).map(JavaClass::getName))
                .isEmpty();
    }

    private Set<JavaClass> exported() {
        Set<String> packages = Sources.files("module-info.java").stream()
                .filter(file -> file.toString().contains("/sdk-"))
                .flatMap(file -> EXPORT.matcher(Sources.read(file)).results())
                .map(match -> match.group(1))
                .collect(Collectors.toSet());
        packages.addAll(OF_THE_STARTER);
        return ours.stream()
                .filter(type -> type.isTopLevelClass() && isPublic(type.getModifiers()))
                .filter(type -> packages.contains(type.getPackageName()))
                .collect(Collectors.toSet());
    }

    private Set<JavaClass> needed(Set<JavaClass> exported) {
        Deque<JavaClass> open = new ArrayDeque<>();
        ours.stream().flatMap(this::usedOfOtherModules).forEach(open::add);
        exported.stream().filter(isToldOf().or(PublicTypesTest::isProgram)).forEach(open::add);
        Set<JavaClass> needed = new HashSet<>();
        while (!open.isEmpty()) {
            JavaClass type = open.pop();
            if (needed.add(type)) {
                Stream.concat(named(type), thrown(type, exported))
                        .map(JavaClass::getBaseComponentType)
                        .filter(other -> ours.contain(other.getName()))
                        .forEach(open::add);
            }
        }
        return needed;
    }

    private Stream<JavaClass> usedOfOtherModules(JavaClass user) {
        return user.getDirectDependenciesFromSelf().stream()
                .map(dependency -> dependency.getTargetClass().getBaseComponentType())
                .filter(used -> !moduleOf(used).equals(moduleOf(user)));
    }

    private static Predicate<JavaClass> isToldOf() {
        Set<String> told = Sources.files(".md").stream()
                .filter(file -> !GlossaryTest.isHistory(file))
                .flatMap(file -> CODE.matcher(Sources.read(file)).results())
                .flatMap(code -> TYPE.matcher(code.group()).results())
                .map(MatchResult::group)
                .collect(Collectors.toSet());
        return type -> told.contains(type.getSimpleName());
    }

    private static boolean isProgram(JavaClass type) {
        return type.tryGetMethod("main", String[].class).isPresent();
    }

    private static Stream<JavaClass> named(JavaClass type) {
        Stream<JavaClass> supertypes = Stream.concat(type.getSuperclass().stream(), type.getInterfaces().stream())
                .flatMap(supertype -> supertype.getAllInvolvedRawTypes().stream());
        Stream<JavaClass> members = type.getMembers().stream()
                .filter(member ->
                        isPublic(member.getModifiers()) || member.getModifiers().contains(JavaModifier.PROTECTED))
                .flatMap(PublicTypesTest::named);
        Stream<JavaClass> annotations = type.getAnnotations().stream().map(JavaAnnotation::getRawType);
        return Stream.of(supertypes, members, annotations, nested(type), type.getEnclosingClass().stream())
                .flatMap(types -> types);
    }

    private static Stream<JavaClass> named(JavaMember member) {
        return Stream.concat(
                member.getAllInvolvedRawTypes().stream(),
                member.getAnnotations().stream().map(JavaAnnotation::getRawType));
    }

    private static Stream<JavaClass> nested(JavaClass type) {
        return type.getPackage().getClasses().stream()
                .filter(other -> isPublic(other.getModifiers())
                        && other.getEnclosingClass().filter(type::equals).isPresent());
    }

    /** Exceptions are unchecked, so that no signature names them. */
    private Stream<JavaClass> thrown(JavaClass type, Set<JavaClass> exported) {
        Path source = sources.get(type.getName());
        if (source == null) {
            return Stream.empty();
        }
        Set<String> names = THROWS.matcher(Sources.read(source))
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toSet());
        return exported.stream().filter(other -> names.contains(other.getSimpleName()));
    }

    private String moduleOf(JavaClass type) {
        String outermost = type.getName().replaceFirst("\\$.*", "");
        Path source = sources.get(outermost);
        return source == null ? "" : Sources.ROOT.relativize(source).toString().split(MAIN)[0];
    }

    private static Map<String, Path> sources() {
        Map<String, Path> sources = new HashMap<>();
        for (Path file : Sources.files(".java")) {
            String[] parts = file.toString().split(MAIN);
            if (parts.length == 2) {
                sources.put(parts[1].replace(".java", "").replace('/', '.'), file);
            }
        }
        return sources;
    }

    private static boolean isPublic(Set<JavaModifier> modifiers) {
        return modifiers.contains(JavaModifier.PUBLIC);
    }
}
