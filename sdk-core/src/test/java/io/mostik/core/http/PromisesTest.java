package io.mostik.core.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.mostik.core.Secret;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Promises that no behaviour shows on a healthy machine: what is on the disk after a crash, and how long a comparison takes. */
class PromisesTest {

    @Test
    void givenDownload_whenComplete_thenItIsForcedToTheDisk() {
        assertThat(calls(DownloadSink.class, "complete")).contains("io.mostik.core.http.DigestedFile.complete");
        assertThat(calls(DigestedFile.class, "complete")).contains("io.mostik.core.http.EarlySync.complete");
        assertThat(calls(EarlySync.class, "complete")).contains("io.mostik.core.http.EarlySync$Disk.force");
        assertThat(new ClassFileImporter().importClass(DigestedFile.class).getMethodReferencesFromSelf())
                .extracting(reference -> reference.getTargetOwner().getName() + "." + reference.getName())
                .containsExactly("java.nio.channels.FileChannel.force");
    }

    @Test
    void givenSecret_whenMatched_thenTheTimeDoesNotTellWhere() {
        assertThat(calls(Secret.class, "matches"))
                .contains("java.security.MessageDigest.isEqual")
                .doesNotContain("java.lang.String.equals", "java.util.Arrays.equals");
        assertThat(calls(Secret.class, "equals")).contains("io.mostik.core.Secret.matches");
    }

    private static List<String> calls(Class<?> type, String method) {
        JavaClass imported = new ClassFileImporter().importClass(type);
        return imported.getMethods().stream()
                .filter(one -> one.getName().equals(method))
                .flatMap(one -> one.getMethodCallsFromSelf().stream())
                .map(call -> call.getTargetOwner().getName() + "." + call.getName())
                .toList();
    }
}
