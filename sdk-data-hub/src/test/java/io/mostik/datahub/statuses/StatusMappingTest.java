package io.mostik.datahub.statuses;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import io.mostik.datahub.checks.Finding;
import io.mostik.datahub.checks.FindingCode;
import io.mostik.datahub.connector.FunnelStatus;
import io.mostik.datahub.connector.FunnelStatus.Stage;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;

class StatusMappingTest {

    private static final Funnel FUNNEL = new Funnel(
            "Orders",
            List.of(
                    status(1, "New", 1),
                    status(2, "Diagnostics", 2),
                    status(3, "Ready", 4),
                    status(4, "Closed", 6),
                    status(5, "Refused", 7),
                    status(6, "refused ", 7)));

    private static final FunnelStage INQUIRIES = FunnelStage.of("inquiries", "Inquiries", "1");
    private static final FunnelStage LEADS = FunnelStage.of("leads", "Leads", "2", "3");
    private static final FunnelStage PAID = FunnelStage.of("paid", "Paid", StageRole.SUCCESSFUL, "4");
    private static final FunnelStage REFUSED = FunnelStage.of("refused", "Refused", StageRole.UNSUCCESSFUL, "5", "6");

    private static FunnelStatus status(long id, String name, int group) {
        Stage stage = group == 1 ? Stage.NEW : group == 6 ? Stage.WON : group == 7 ? Stage.LOST : Stage.UNDER_WAY;
        return new FunnelStatus(
                Long.toString(id), Optional.of(name), OptionalInt.of(group), Optional.empty(), Optional.of(stage));
    }

    private static StatusMapping mapping(FunnelStage... containers) {
        return StatusMapping.builder()
                .funnelName("Repairs")
                .addContainers(containers)
                .build();
    }

    private static List<Finding> check(FunnelStage... containers) {
        return mapping(containers).check(FUNNEL).list();
    }

    @Test
    void givenRightMapping_whenChecked_thenNothingIsFound() {
        assertThat(check(INQUIRIES, LEADS, PAID, REFUSED)).isEmpty();
    }

    @Test
    void givenStatusInTwoContainers_whenChecked_thenSaysWhereBoth() {
        assertThat(check(INQUIRIES, LEADS, PAID, REFUSED, FunnelStage.of("more", "More", "3")))
                .singleElement()
                .satisfies(found -> {
                    assertThat(found.code()).isEqualTo(FindingCode.DUPLICATE_STATUS);
                    assertThat(found.isError()).isTrue();
                    assertThat(found.path()).isEqualTo(".containers[4].statusIds[0]");
                    assertThat(found.message()).contains("status 3", ".containers[1].statusIds[1]");
                });
    }

    @Test
    void givenMarkersTwice_whenChecked_thenEachIsAnError() {
        List<Finding> found = check(
                INQUIRIES,
                LEADS,
                PAID,
                REFUSED,
                FunnelStage.of("won", "Won", StageRole.SUCCESSFUL),
                FunnelStage.of("lost", "Lost", StageRole.UNSUCCESSFUL));

        assertThat(found)
                .filteredOn(Finding::isError)
                .extracting(Finding::code, Finding::path)
                .containsExactly(
                        tuple(FindingCode.DUPLICATE_MARKER, ".containers[4].marker"),
                        tuple(FindingCode.DUPLICATE_MARKER, ".containers[5].marker"));
    }

    @Test
    void givenBadTitles_whenChecked_thenEachIsAnError() {
        List<Finding> found = check(
                INQUIRIES, LEADS, PAID, REFUSED, FunnelStage.of("blank", " "), FunnelStage.of("again", " leads "));

        assertThat(found)
                .filteredOn(Finding::isError)
                .extracting(Finding::code)
                .containsExactly(FindingCode.EMPTY_TITLE, FindingCode.DUPLICATE_TITLE);
    }

    @Test
    void givenBadKeys_whenChecked_thenEachIsAnError() {
        List<Finding> found =
                check(INQUIRIES, LEADS, PAID, REFUSED, FunnelStage.of(" ", "Blank"), FunnelStage.of("leads", "Again"));

        assertThat(found)
                .filteredOn(Finding::isError)
                .extracting(Finding::code)
                .containsExactly(FindingCode.EMPTY_KEY, FindingCode.DUPLICATE_KEY);
    }

    @Test
    void givenEmptyContainer_whenChecked_thenItIsAWarning() {
        assertThat(check(INQUIRIES, LEADS, PAID, REFUSED, FunnelStage.of("empty", "Empty")))
                .singleElement()
                .satisfies(found -> {
                    assertThat(found.code()).isEqualTo(FindingCode.EMPTY_CONTAINER);
                    assertThat(found.isError()).isFalse();
                });
    }

    @Test
    void givenDeletedStatus_whenChecked_thenTheCandidatesAreListed() {
        assertThat(check(INQUIRIES, LEADS, PAID, REFUSED, FunnelStage.of("old", "Old", "77")))
                .singleElement()
                .satisfies(found -> {
                    assertThat(found.code()).isEqualTo(FindingCode.UNKNOWN_STATUS);
                    assertThat(found.isError()).isTrue();
                    assertThat(found.asWarning().isError()).isFalse();
                    assertThat(found.message()).contains("77", "2 Diagnostics");
                });
    }

    @Test
    void givenStatusInNoContainer_whenChecked_thenItIsAWarning() {
        assertThat(check(INQUIRIES, FunnelStage.of("leads", "Leads", "2"), PAID, REFUSED))
                .singleElement()
                .satisfies(found -> {
                    assertThat(found.code()).isEqualTo(FindingCode.UNMAPPED_STATUS);
                    assertThat(found.isError()).isFalse();
                    assertThat(found.message()).contains("3 Ready");
                });
    }

    @Test
    void givenNoSuccessfulContainer_whenChecked_thenItIsAWarning() {
        assertThat(check(INQUIRIES, LEADS, FunnelStage.of("paid", "Paid", "4"), REFUSED))
                .extracting(Finding::code)
                .containsExactly(FindingCode.NO_SUCCESS_MARKER);
    }

    @Test
    void givenManyMistakes_whenChecked_thenAllComeAtOnce() {
        List<Finding> found = check(
                FunnelStage.of("a", "", StageRole.SUCCESSFUL, "1", "2"),
                FunnelStage.of("b", "B", StageRole.SUCCESSFUL, "2", "99"),
                FunnelStage.of("c", "b"));

        assertThat(found)
                .extracting(Finding::code)
                .contains(
                        FindingCode.EMPTY_TITLE,
                        FindingCode.DUPLICATE_MARKER,
                        FindingCode.DUPLICATE_STATUS,
                        FindingCode.UNKNOWN_STATUS,
                        FindingCode.DUPLICATE_TITLE,
                        FindingCode.EMPTY_CONTAINER,
                        FindingCode.UNMAPPED_STATUS);
    }

    @Test
    void givenMarkers_whenStatesAreDerived_thenTheFirstUnmarkedIsNew() {
        StatusMapping mapping = mapping(REFUSED, INQUIRIES, LEADS, PAID);

        assertThat(mapping.containers().stream().map(mapping::stateOf))
                .containsExactly(DealState.UNSUCCESSFUL, DealState.NEW, DealState.IN_PROGRESS, DealState.SUCCESSFUL);
    }

    @Test
    void givenFunnel_whenProposedUngrouped_thenAContainerPerStatus() {
        StatusMapping proposed = StatusMapping.proposeUngrouped(FUNNEL);

        assertThat(proposed.containers())
                .extracting(FunnelStage::title)
                .containsExactly("New", "Diagnostics", "Ready", "Closed", "Refused", "refused (6)");
        assertThat(proposed.check(FUNNEL).hasErrors()).isFalse();
    }

    @Test
    void givenFunnel_whenProposedByGroup_thenFillsFourContainers() {
        StatusMapping proposed = StatusMapping.proposeByGroup(FUNNEL);

        assertThat(proposed.containers())
                .extracting(FunnelStage::title, FunnelStage::role, FunnelStage::statusIds)
                .containsExactly(
                        tuple("Обращения", StageRole.NONE, Set.of("1")),
                        tuple("Некачественные", StageRole.UNSUCCESSFUL, Set.of("5", "6")),
                        tuple("Лиды", StageRole.NONE, Set.of("2", "3")),
                        tuple("Оплачен", StageRole.SUCCESSFUL, Set.of("4")));
        assertThat(proposed.check(FUNNEL).list()).isEmpty();
    }

    @Test
    void givenUngroupedProposal_whenEdited_thenKeepsTheOrder() {
        StatusMapping mapping = StatusMapping.proposeUngrouped(FUNNEL)
                .group("lost", "Lost", Set.of("status-5", "status-6"))
                .group("work", "In work", Set.of("status-2", "status-3"))
                .mark("lost", StageRole.UNSUCCESSFUL)
                .mark("status-4", StageRole.SUCCESSFUL)
                .rename("status-1", "Inquiries");

        assertThat(mapping.containers())
                .extracting(FunnelStage::title)
                .containsExactly("Inquiries", "In work", "Closed", "Lost");
        assertThat(mapping.check(FUNNEL).list()).isEmpty();
        assertThat(mapping.containerOf("6").orElseThrow().key()).isEqualTo("lost");
    }

    @Test
    void givenUnknownKey_whenRenaming_thenTheKeysAreListed() {
        assertThatThrownBy(() -> mapping(INQUIRIES).rename("leads", "x"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("[inquiries]");
    }

    @Test
    void givenTitlesOfStates_whenShown_thenTheyReplaceOurWords() {
        StatusMapping mapping = StatusMapping.builder()
                .funnelName("Repairs")
                .stateTitles(Map.of(DealState.NEW, "Новая"))
                .build();

        assertThat(mapping.title(DealState.NEW)).isEqualTo("Новая");
        assertThat(mapping.title(DealState.SUCCESSFUL)).isEqualTo("SUCCESSFUL");
    }

    @Test
    void givenStageDraggedThere_whenMoved_thenIsThereAlone() {
        StatusMapping mapping = StatusMapping.builder()
                .funnelName("F")
                .addContainers(INQUIRIES, LEADS, PAID, REFUSED)
                .build();

        StatusMapping moved =
                mapping.addStage("wait", "Waiting").moveStatus("3", "wait").moveStatus("3", "wait");

        assertThat(moved.containerOf("3").orElseThrow().title()).isEqualTo("Waiting");
        assertThat(moved.containers())
                .extracting(FunnelStage::statusIds)
                .containsExactly(Set.of("1"), Set.of("2"), Set.of("4"), Set.of("5", "6"), Set.of("3"));
        assertThat(moved.removeStage("wait").containerOf("3")).isEmpty();
    }

    @Test
    void givenRoleOfAnother_whenMarked_thenItMoves() {
        StatusMapping mapping = StatusMapping.builder()
                .funnelName("F")
                .addContainers(LEADS, PAID)
                .build();

        StatusMapping marked = mapping.mark("leads", StageRole.SUCCESSFUL);

        assertThat(marked.containers())
                .extracting(FunnelStage::role)
                .containsExactly(StageRole.SUCCESSFUL, StageRole.NONE);
    }

    @Test
    void givenUnknownKey_whenChanged_thenKeysAreListed() {
        StatusMapping mapping =
                StatusMapping.builder().funnelName("F").addContainers(LEADS).build();

        assertThatThrownBy(() -> mapping.moveStatus("1", "gone"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("[leads]");
        assertThatThrownBy(() -> mapping.addStage("leads", "Again")).isInstanceOf(IllegalArgumentException.class);
    }
}
