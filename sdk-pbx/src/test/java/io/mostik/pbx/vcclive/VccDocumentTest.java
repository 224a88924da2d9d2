package io.mostik.pbx.vcclive;

import static org.assertj.core.api.Assertions.assertThat;

import io.mostik.core.http.Endpoint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** With {@code -Dmostik.docs.write=true} writes the document; otherwise compares it. */
class VccDocumentTest {

    private static final Path DOCUMENT = Path.of("..", "docs", "vcc-live.md");

    @Test
    void givenVendorMethods_whenCounted_thenThirtySixAreTyped() {
        List<VendorOperation> inferred = VendorOperation.ALL.stream()
                .filter(offered -> offered.standing() == VendorOperation.Standing.INFERRED)
                .toList();

        assertThat(VendorOperation.ALL).hasSize(36);
        assertThat(inferred).hasSize(5);
        assertThat(VendorOperation.TITLES_ONLY).hasSize(6);
    }

    @Test
    void givenEndpoints_whenLookedUp_thenEachIsDocumented() {
        Set<String> operations =
                VccEndpoints.all().stream().map(Endpoint::operation).collect(Collectors.toSet());
        Set<String> offered = VendorOperation.ALL.stream()
                .flatMap(one -> one.operations().stream())
                .collect(Collectors.toSet());
        Set<String> contracts = Contracts.all().map(Contract::operation).collect(Collectors.toSet());

        assertThat(offered).isEqualTo(operations);
        assertThat(operations)
                .filteredOn(operation -> VccDocument.test(operation).equals("Contracts"))
                .isNotEmpty()
                .allSatisfy(operation -> assertThat(contracts).contains(operation));
    }

    @Test
    void givenEndpoints_whenReadingTheDocument_thenItIsUpToDate() throws IOException {
        if (Boolean.getBoolean("mostik.docs.write")) {
            Files.writeString(DOCUMENT, VccDocument.markdown());
        }

        assertThat(DOCUMENT).hasContent(VccDocument.markdown());
    }
}
