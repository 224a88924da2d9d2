package io.mostik.pbx.vcclive.projects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.mostik.core.ApiException;
import io.mostik.core.Outcome;
import io.mostik.core.test.VendorServer;
import io.mostik.pbx.vcclive.VccExtension;
import io.mostik.pbx.vcclive.VccReply;
import io.mostik.pbx.vcclive.errors.ErrorKey;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ProjectsApiTest {

    @RegisterExtension
    final VccExtension vcc = new VccExtension();

    final VendorServer vendor = vcc.vendor();

    @Test
    void givenProjects_whenListing_thenReadsWhatTheVendorSends() {
        vendor.answers(VccReply.file(getClass(), "projects.list.json"));

        List<Project> projects = vcc.client().projects().list();

        VendorServer.Sent sent = vendor.received();
        assertThat(sent.method()).isEqualTo("GET");
        assertThat(sent.target()).isEqualTo("/v2/projects");
        assertThat(projects).extracting(Project::projectId).containsExactly(134L, 135L, 3L);
        assertThat(projects.get(0).status()).contains(ProjectStatus.ACTIVE);
        assertThat(projects.get(1).status()).contains(new ProjectStatus("frozen"));
        assertThat(projects.get(1).folderId()).isEmpty();
        assertThat(projects.get(1).container()).contains(false);
        assertThat(projects.get(1).unknown()).containsKey("some_future_field");
        assertThat(projects.get(2).container()).contains(true);
    }

    @Test
    void givenParameters_whenGettingAProject_thenReadsItsFields() {
        vendor.answers(VccReply.file(getClass(), "projects.get.json"));

        ProjectParameters project = vcc.client().projects().get(134);

        ProjectField city = project.fields().get(0);
        assertThat(city.type()).contains(FieldType.SIMPLE);
        assertThat(city.indexed()).contains(true);
        assertThat(city.customised()).contains(false);
        assertThat(city.values().get(0).exportValue()).contains("GY");
        assertThat(city.values().get(0).price()).contains(new BigDecimal("12.50"));
        assertThat(project.fields().get(1).type()).contains(new FieldType("long_text"));
        assertThat(project.fields().get(1).unknown()).containsKey("some_future_field");
        assertThat(project.dispositions())
                .extracting(disposition -> disposition.assessment().orElseThrow())
                .containsExactly(Assessment.ORDERED, Assessment.FAILED);
        assertThat(project.dispositions().get(0).unknown()).containsKey("dispositionid");
    }

    @Test
    void givenQuotas_whenReading_thenReadsTheTree() {
        vendor.answers(VccReply.file(getClass(), "projects.quotas.json"));

        Quotas quotas = vcc.client().projects().quotas(134);

        QuotaNode leaf = quotas.cell().get(0).children().get(0);
        assertThat(quotas.cell().get(0).quotaId()).isEmpty();
        assertThat(leaf.quotaId()).hasValue(7);
        assertThat(leaf.label().orElseThrow().diffValue()).hasValue(230);
        assertThat(quotas.edge().get(0).quotaId()).hasValue(9);
    }

    @Test
    void givenUnclonableProject_whenCloning_thenFailsAndTriesOnce() {
        vendor.answers(VccReply.error(500, "error.clone_project_error"));

        ApiException failure = catchThrowableOfType(
                ApiException.class, () -> vcc.client().projects().cloneAs(134, "Support SK"));

        assertThat(failure.code()).contains(ErrorKey.CLONE_FAILED.value());
        assertThat(failure.outcome()).isEqualTo(Outcome.REJECTED);
        assertThat(vendor.count()).isEqualTo(1);
    }

    @Test
    void givenIdWithSlashOrNothingToSend_whenCalling_thenSendsNothing() {
        assertThatThrownBy(() -> vcc.client().projects().updateQuotas(134, List.of()))
                .hasMessageContaining("changes");
        assertThatThrownBy(() -> QuotaUpdate.of(7, -1)).hasMessageContaining("value");
        assertThatThrownBy(() ->
                        NewField.builder().name("City").type(FieldType.TEXT).build())
                .hasMessageContaining("name");
        assertThatThrownBy(() ->
                        NewField.builder().name("city").type(FieldType.SIMPLE).build())
                .hasMessageContaining("values");

        assertThat(vendor.count()).isZero();
    }
}
