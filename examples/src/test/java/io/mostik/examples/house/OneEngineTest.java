package io.mostik.examples.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.mostik.core.StateStore;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What remembers something stands on {@code core.once}: claims, leases, seen-sets and positions are its business. A class
 * that reads or writes the store itself is about to make one more of them by hand.
 */
@Tag("any-jdk")
class OneEngineTest {

    private static final Set<String> READS_AND_WRITES =
            Set.of("find", "findAll", "list", "stream", "commit", "write", "remove", "put");

    private static final JavaClasses MOSTIK =
            new ClassFileImporter().withImportOption(new MainClasses()).importPackages("io.mostik");

    @Test
    void givenAllModules_whenLookedThrough_thenOneEngineKeepsState() {
        assertThat(keepers()).as("keep state by hand instead of by core.once").isEmpty();
    }

    private static Set<String> keepers() {
        return MOSTIK.stream()
                .filter(OneEngineTest::isOutsideTheEngine)
                .filter(type -> type.getAccessesFromSelf().stream().anyMatch(OneEngineTest::usesTheStore))
                .map(OneEngineTest::outermost)
                .collect(Collectors.toSet());
    }

    /** A store over another one keeps nothing by itself. */
    private static boolean isOutsideTheEngine(JavaClass type) {
        String home = type.getPackageName();
        return !home.equals("io.mostik.core.once")
                && !home.equals("io.mostik.core")
                && !type.isAssignableTo(StateStore.class);
    }

    private static boolean usesTheStore(JavaAccess<?> access) {
        return access.getTargetOwner().isAssignableTo(StateStore.class) && READS_AND_WRITES.contains(access.getName());
    }

    private static String outermost(JavaClass type) {
        return type.getName().replaceFirst("\\$.*", "");
    }
}
