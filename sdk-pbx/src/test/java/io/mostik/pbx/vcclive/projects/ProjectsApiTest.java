package io.mostik.pbx.vcclive.projects;

import static org.assertj.core.api.Assertions.assertThat;

import io.mostik.core.Secret;
import io.mostik.core.test.ManualTime;
import io.mostik.core.test.VendorServer;
import io.mostik.pbx.vcclive.VccLive;
import io.mostik.pbx.vcclive.VccReply;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ProjectsApiTest {

    @RegisterExtension
    final VendorServer vendor = new VendorServer();

    final ManualTime time = new ManualTime();
    VccLive vcc;

    @BeforeEach
    void connect() {
        vcc = VccLive.builder()
                .customer("mycc")
                .token(Secret.of("test-token"))
                .baseUri(vendor.uri() + "/v2")
                .http(http -> http.time(time))
                .build();
    }

    @AfterEach
    void close() {
        vcc.close();
    }

    @Test
    void givenProjects_whenListing_thenReadsWhatTheVendorSends() {
        vendor.answers(VccReply.file(getClass(), "projects.list.json"));

        List<Project> projects = vcc.projects().list();

        VendorServer.Sent sent = vendor.received();
        assertThat(sent.method()).isEqualTo("GET");
        assertThat(sent.target()).isEqualTo("/v2/projects");
        assertThat(projects).extracting(Project::projectId).containsExactly(134L, 135L, 3L);
        assertThat(projects.get(0).status()).contains(ProjectStatus.ACTIVE);
        assertThat(projects.get(1).status()).contains(ProjectStatus.of("frozen"));
        assertThat(projects.get(1).folderId()).isEmpty();
        assertThat(projects.get(1).container()).contains(false);
        assertThat(projects.get(1).unknown()).containsKey("some_future_field");
        assertThat(projects.get(2).container()).contains(true);
    }
}
