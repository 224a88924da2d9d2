package io.mostik.core;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.security.MessageDigest;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Constant time cannot be measured in a test that never fails by chance; what is called can be seen. */
class SecretRulesTest {

    private final JavaClass secret = new ClassFileImporter().importClass(Secret.class);

    @Test
    void givenSecret_whenCompared_thenInConstantTime() {
        List<JavaCall<?>> calls =
                List.copyOf(secret.getMethod("matches", String.class).getCallsFromSelf());

        assertThat(calls)
                .anyMatch(call -> call.getTargetOwner().isEquivalentTo(MessageDigest.class)
                        && call.getName().equals("isEqual"))
                .noneMatch(call -> call.getName().equals("equals")
                        || call.getName().startsWith("compare")
                        || call.getName().equals("contentEquals"));
    }

    @Test
    void givenSecret_whenComparedWithAnother_thenByTheSameRule() {
        assertThat(secret.getMethod("equals", Object.class).getMethodCallsFromSelf())
                .anyMatch(call -> call.getName().equals("matches"))
                .noneMatch(call -> call.getTargetOwner().isEquivalentTo(String.class));
    }
}
