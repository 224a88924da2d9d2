package io.mostik.bridge.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.mostik.testing.AnswerMutation;
import io.mostik.testing.RecordedRequest;
import io.mostik.testing.Simulator;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code check --online} against simulated vendors: what fits, what does not, what cannot be known. */
class CheckOnlineTest {

    private static final long SEED = Long.getLong("mostik.seed", 20261201L);
    private static final String LINKS = """
        links:
        - name: called
          on: mailchimp.subscriber
          from: newsletter
          do: vcc.record.add
          to: callcentre
          with: {project: 134}
          map:
            field_phone1: {from: merges.PHONE, as: phone, region: HU, required: true}
            field_name: "{merges.FNAME}"
        - name: left
          on: mailchimp.subscriber
          from: newsletter
          do: sa.subscriber.put
          to: letters
          with: {list: 5123, form: 20771, update_form: 20772}
          map: {email: {from: email, required: true}, field_mssys_firstname: "{merges.FNAME}"}
        - name: paid
          on: invoice.paid
          from: invoices
          do: sa.order.paid
          to: letters
          key: "{number}/{paid}/{total}"
          with: {list: 6200, form: 21402}
          map:
            order: {from: order, required: true}
            sum: {from: total, as: money, required: true}
            paid: {from: paid, as: money, required: true}
            paid_on: {from: paid_on, as: date, required: true}
        - name: moved
          on: base.signal
          do: ro.order.status
          to: workshop
          with: {status: 18}
          map: {order: {from: order, required: true}}
        - name: told
          on: ro.order.changed
          from: workshop
          feed: {start: now}
          do: base.event
          map: {subject: "order {id}", field_colour: "{custom_fields.f77}"}
        - name: dismissed
          on: onec.document
          from: zup
          feed: {start: now, entity: Document_Увольнение, day: ДатаУвольнения, fields: [Сотрудник_Key]}
          do: cards.dismiss
          to: bank
          map: {employee: {from: Сотрудник_Key, required: true}}
        """;

    @TempDir
    Path folder;

    @Test
    void givenFittingSettings_whenAsked_thenAllFitsAndNothingIsWritten() {
        try (ProgramLab lab = lab(LINKS)) {
            ProgramLab.Said said = lab.say("check", "--online");

            assertThat(said.code()).as(said.out() + said.err()).isZero();
            assertThat(said.out())
                    .contains("connections.callcentre: the key works", "connections.invoices: the key works")
                    .contains("connections.shop: the key works", "field of project 134 name")
                    .contains("connections.letters: 5 calls were made")
                    .contains("property of Document_Увольнение Сотрудник_Key", "custom field of orders f77")
                    .contains("unchecked  connections.invoices.issuer", "unchecked  connections.newsletter")
                    .doesNotContain("wrong", "failed", lab.vcc.token(), lab.bank.token(), lab.invoices.agentKey());
            assertThat(writes(lab)).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "project: 134 | project: 135 | line 7, links.called.project: there is no project 135; did you mean 134",
                "field_name: | field_nmae: | links.called.map.field_nmae: there is no field of project 134 nmae; did"
                        + " you mean name?",
                "list: 5123 | list: 5124 | links.left.list: there is no list 5124; did you mean 5123",
                "form: 20771 | form: 20770 | links.left.form: there is no form of list 5123 20770",
                "update_form: 20772 | update_form: 20771 | links.left.update_form: there is no update form of list"
                        + " 5123 20771",
                "field_mssys_firstname | field_mssys_fristname | there is no column of list 5123 mssys_fristname; did"
                        + " you mean mssys_firstname?",
                "form: 21402 | form: 21400 | links.paid.form: there is no update form of list 6200 21400",
                "status: 18 | status: 19999 | links.moved.status: there is no status 19999",
                "f77 | f78 | there is no custom field of orders f78; did you mean f77",
                "entity: Document_Увольнение | entity: Document_Уволнение | there is no entity Document_Уволнение; did"
                        + " you mean Document_Увольнение?",
                "day: ДатаУвольнения | day: ДатаУволнения | links.dismissed.feed.day: there is no property",
                "fields: [Сотрудник_Key] | fields: [Сотрудник] | links.dismissed.feed.fields: there is no property",
                "from: Сотрудник_Key | from: Сотруник_Key | links.dismissed.{Сотруник_Key}: there is no property",
            })
    void givenWrongName_whenAsked_thenLineAndNearestAreTold(String good, String bad, String words) {
        try (ProgramLab lab = lab(LINKS.replace(good, bad))) {
            ProgramLab.Said said = lab.say("check", "--online");

            assertThat(said.code()).as(said.out() + said.err()).isEqualTo(Main.WRONG);
            assertThat(said.out()).contains("wrong      all.yaml line ", words);
        }
    }

    @Test
    void givenRefusedKeys_whenAsked_thenEachIsNamedAndNoOtherIsStopped() {
        try (ProgramLab lab = lab(LINKS)
                .change("callcentre", "file:vcc.token", "file:hook.secret")
                .change("letters", "file:letters.password", "file:hook.secret")
                .change("workshop", "key: \"file:workshop.key\"", "key: \"file:hook.secret\"")
                .change("shop", "file:shop.password", "file:hook.secret")
                .change("bank", "file:bank.token", "file:hook.secret")
                .change("zup", "file:zup.password", "file:hook.secret")) {
            ProgramLab.Said said = lab.say("check", "--online");

            assertThat(said.code()).isEqualTo(Main.WRONG);
            for (String name : List.of("callcentre", "letters", "workshop", "shop")) {
                assertThat(said.out()).containsPattern("wrong +connections." + name + ": .*the vendor refuses the key");
            }
            assertThat(said.out())
                    .containsPattern("wrong +connections.bank: .*TOKEN_REFUSED")
                    .containsPattern("wrong +all.yaml line 42, links.dismissed.feed: .*refuses the key")
                    .contains("connections.invoices: the key works")
                    .doesNotContain(ProgramLab.SECRET);
        }
    }

    @Test
    void givenVendorThatIsDown_whenAsked_thenItFailsAndTheOthersAreAsked() {
        try (ProgramLab lab = lab(LINKS)) {
            lab.vcc.close();
            lab.zup.close();

            ProgramLab.Said said = lab.say("check", "--online");

            assertThat(said.code()).as(said.out()).isEqualTo(Main.FAILED);
            assertThat(said.out())
                    .contains("failed     connections.callcentre: list of projects: the vendor could not be reached")
                    .contains("failed     all.yaml line 42, links.dismissed.feed: $metadata: the vendor could not be")
                    .contains("connections.letters: the key works");
        }
    }

    /** Some of the ways in which answers are spoilt, drawn by the seed; with {@code -Dmostik.links.full=true} all. */
    static List<AnswerMutation> spoilt() {
        List<AnswerMutation> all = new ArrayList<>(List.of(AnswerMutation.values()));
        Collections.shuffle(all, new Random(SEED));
        return Boolean.getBoolean("mostik.links.full") ? all : all.subList(0, 4);
    }

    @ParameterizedTest
    @MethodSource("spoilt")
    void givenHostileAnswers_whenAsked_thenItEndsInWords(AnswerMutation mutation) {
        try (ProgramLab lab =
                lab(LINKS).only("newsletter", "callcentre", "letters", "workshop", "invoices", "bank", "zup")) {
            spoilt(lab)
                    .forEach(vendor ->
                            vendor.server().answers().apply(mutation).seed(SEED).always());

            ProgramLab.Said said = lab.say("check", "--online");

            assertThat(said.code())
                    .as("%s, seed %d: %s", mutation, SEED, said.err())
                    .isIn(0, Main.FAILED, Main.WRONG);
            assertThat(said.out()).contains("connections.callcentre", "connections.letters", "7 connections");
            assertThat(said.out().codePoints().filter(letter -> letter != '\n' && Character.isISOControl(letter)))
                    .isEmpty();
            assertThat(said.out().lines()).allMatch(line -> line.length() < 2_500);
            assertThat(writes(lab)).isEmpty();
        }
    }

    @Test
    void givenTwoWaysForOneField_whenChecked_thenRefused() {
        String both = """
            links:
            - {name: out, on: vcc.disposition, from: callcentre, do: ro.person.put, to: workshop,
               map: {phone: "{data.phone1}", first_name: "{data.name}", notes: "{data.note}"}}
            - {name: back, on: ro.person.changed, from: workshop, feed: {start: now}, do: vcc.record.update,
               to: callcentre, with: {project: 134}, map: {record: "{id}", field_note: "{notes}"}}
            """;
        try (ProgramLab lab = lab(both)) {
            ProgramLab.Said said = lab.say("check");

            assertThat(said.code()).as(said.out()).isEqualTo(Main.WRONG);
            assertThat(said.err()).contains("line 2, all.yaml links.out.map", "is written in both directions");
        }
    }

    @Test
    void givenUnknownActionOrField_whenChecked_thenLineAndFileAreTold() {
        try (ProgramLab lab = lab(LINKS.replace("do: vcc.record.add", "do: vcc.record.ad"))) {
            ProgramLab.Said said = lab.say("check");

            assertThat(said.code()).isEqualTo(Main.WRONG);
            assertThat(said.err()).contains("all.yaml links.called.do: vcc.record.ad is not known");
        }
    }

    private ProgramLab lab(String links) {
        ProgramLab lab = new ProgramLab(folder).links("all", links);
        lab.workshop.setup().status(18, "Paid", 3).customField(77, "Colour", 1);
        return lab;
    }

    private static List<Simulator> vendors(ProgramLab lab) {
        return List.of(lab.vcc, lab.letters, lab.workshop, lab.invoices, lab.bank, lab.zup);
    }

    /** The ten questions to the bank have tests of their own. */
    private static List<Simulator> spoilt(ProgramLab lab) {
        return vendors(lab).stream().filter(vendor -> vendor != lab.bank).toList();
    }

    /** A question to Számlázz.hu is a POST; so are log-ins. */
    private static List<RecordedRequest> writes(ProgramLab lab) {
        Set<String> reads = Set.of("/szamla/", "/token/new");
        return vendors(lab).stream()
                .flatMap(vendor -> vendor.server().journal().all().stream())
                .filter(request -> !request.method().equals("GET") && !reads.contains(request.path()))
                .toList();
    }
}
