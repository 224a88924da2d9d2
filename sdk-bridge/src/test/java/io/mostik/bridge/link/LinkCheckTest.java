package io.mostik.bridge.link;

import static org.assertj.core.api.Assertions.assertThat;

import io.mostik.bridge.BridgeStore;
import java.util.List;
import org.junit.jupiter.api.Test;

class LinkCheckTest {

    private static final String FORM =
            "links:\n- name: a\n  on: %s\n  from: %s\n  do: %s\n  to: %s\n  map: {phone: \"{%s}\"}\n";

    @Test
    void unknownNamesAreToldWithTheNearestKnownOne() {
        assertThat(check(FORM.formatted("vcc.dispositon", "callcentre", "test.add", "callcentre", "uuid")))
                .singleElement()
                .asString()
                .contains("line 2", "did you mean vcc.disposition?");
        assertThat(check(FORM.formatted("vcc.disposition", "callcenter", "test.add", "callcentre", "uuid")))
                .singleElement()
                .asString()
                .contains("has no webhook", "did you mean callcentre?");
        assertThat(check(FORM.formatted("vcc.disposition", "newsletter", "test.add", "callcentre", "uuid")))
                .hasSize(1);
        assertThat(check(FORM.formatted("vcc.disposition", "callcentre", "test.add", "letters", "uuid")))
                .singleElement()
                .asString()
                .contains("is no connection of vcc");
        assertThat(check(FORM.formatted("vcc.disposition", "callcentre", "test.add", "callcentre", "uiid")))
                .singleElement()
                .asString()
                .contains("did you mean uuid?");
        assertThat(check(FORM.formatted("vcc.disposition", "callcentre", "test.add", "callcentre", "uuid")
                        .replace("phone:", "fone:")))
                .extracting(LinkProblem::reason)
                .anyMatch(reason -> reason.contains("did you mean phone?"))
                .anyMatch(reason -> reason.contains("phone is missing"));
    }

    @Test
    void feedsNeedTheirStartAndOthersHaveNone() {
        assertThat(check(FORM.formatted("sa.record.new", "letters", "test.add", "callcentre", "email")))
                .extracting(LinkProblem::reason)
                .anyMatch(reason -> reason.contains("start: now"));
        assertThat(check(FORM.formatted("sa.record.new", "letters", "test.add", "callcentre", "email")
                        .replace("  do:", "  feed: {start: now}\n  do:")))
                .extracting(LinkProblem::place)
                .containsExactly("links.a.feed.list");
    }

    @Test
    void aChangeKeyedWithoutItsVersionIsAWarning() {
        String link = FORM.formatted("vcc.user.changed", "callcentre", "test.add", "callcentre", "phone");

        List<LinkProblem> problems = check(link + "  key: \"{userid}\"\n");

        assertThat(problems).singleElement().matches(LinkProblem::isWarning);
        assertThat(check(link + "  key: \"{userid}/{at}\"\n")).isEmpty();
        assertThat(check(link)).isEmpty();
    }

    @Test
    void oneFieldInBothDirectionsIsRefusedAcrossFiles() {
        String form = "links:\n- {name: %s, on: vcc.disposition, from: %s, do: %s, to: %s,"
                + " map: {phone: \"{uuid}\", field_city: \"{data.city}\"}}\n";
        LinkSet there = LinkFile.read(form.formatted("a", "callcentre", "test.put", "letters"));
        LinkSet back = LinkFile.read(form.formatted("b", "letters", "test.add", "callcentre"));

        try (LinkLab lab = new LinkLab(BridgeStore.h2(), "links: []")) {
            assertThat(lab.links.swap(there.and(back)))
                    .extracting(LinkProblem::reason)
                    .anyMatch(reason -> reason.contains("written in both directions"));
        }
    }

    @Test
    void oneFieldInBothDirectionsIsRefused() {
        String both = """
            links:
            - {name: a, on: vcc.disposition, from: callcentre, do: test.put, to: callcentre2, map: {phone: "{uuid}", field_city: "{data.city}"}}
            - {name: b, on: vcc.disposition, from: callcentre2, do: test.add, to: callcentre, map: {phone: "{uuid}", field_city: "{data.city}"}}
            """;
        LinkSet links = LinkFile.read(both.replace("callcentre2", "letters"));

        try (LinkLab lab = new LinkLab(BridgeStore.h2(), "links: []")) {
            assertThat(lab.links.swap(links))
                    .extracting(LinkProblem::reason)
                    .anyMatch(reason -> reason.contains("written in both directions"));
        }
    }

    @Test
    void withdrawingNeedsALinkAndSomethingToBeAbout() {
        assertThat(check(FORM.formatted("vcc.disposition", "callcentre", "test.add", "callcentre", "uuid")
                        + "  withdraws: [nobody]\n"))
                .extracting(LinkProblem::reason)
                .anyMatch(reason -> reason.contains("nobody is no link"));
        assertThat(check(FORM.formatted("vcc.disposition", "callcentre", "test.add", "callcentre", "uuid")
                        + "  withdraws: [a]\n"))
                .extracting(LinkProblem::reason)
                .anyMatch(reason -> reason.contains("nothing could be withdrawn"));
    }

    private static List<LinkProblem> check(String yaml) {
        try (LinkLab lab = new LinkLab(BridgeStore.h2(), "links: []")) {
            return lab.links.swap(LinkFile.read(yaml));
        }
    }
}
