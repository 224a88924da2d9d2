package io.mostik.testing;

import static io.mostik.testing.AnswerMutation.DUPLICATE_KEYS;
import static io.mostik.testing.AnswerMutation.EMPTY_ARRAY;
import static io.mostik.testing.AnswerMutation.EMPTY_BODY;
import static io.mostik.testing.AnswerMutation.EMPTY_OBJECT;
import static io.mostik.testing.AnswerMutation.ERROR_WITH_200;
import static io.mostik.testing.AnswerMutation.EXTRA_PROPERTIES;
import static io.mostik.testing.AnswerMutation.HTML_BODY;
import static io.mostik.testing.AnswerMutation.LOWER_CASE_KEYS;
import static io.mostik.testing.AnswerMutation.MISSING_PROPERTY;
import static io.mostik.testing.AnswerMutation.NO_PAGING;
import static io.mostik.testing.AnswerMutation.NULL_VALUE;
import static io.mostik.testing.AnswerMutation.NUMBER_AS_TEXT;
import static io.mostik.testing.AnswerMutation.ODD_ROW;
import static io.mostik.testing.AnswerMutation.PLAIN_TEXT_BODY;
import static io.mostik.testing.AnswerMutation.REORDERED_PROPERTIES;
import static io.mostik.testing.AnswerMutation.TEXT_AS_NUMBER;
import static io.mostik.testing.AnswerMutation.UNKNOWN_WORD;
import static io.mostik.testing.AnswerMutation.UPPER_CASE_KEYS;
import static io.mostik.testing.AnswerMutation.WRONG_COUNTS;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AnswerMutationTest {

    static final Answer ERROR = Answer.json(422, Map.of("errorMessage", "no"));

    @Test
    void givenObject_whenNulled_thenEachPropertyOnceAndTheWhole() {
        assertThat(bodies(NULL_VALUE, "{'id':1,'tag':{'x':'y'}}"))
                .containsExactly(
                        "null", "{'id':null,'tag':{'x':'y'}}", "{'id':1,'tag':null}", "{'id':1,'tag':{'x':null}}");
    }

    @Test
    void givenRowWithoutProperty_whenNulled_thenItGetsThatOfOthers() {
        assertThat(bodies(NULL_VALUE, "[{'id':1},{'id':2,'error':'no'}]"))
                .contains("[{'id':1,'error':null},{'id':2,'error':'no'}]");
    }

    @Test
    void givenInnerObject_whenNulled_thenGetsPropertyOfOthers() {
        assertThat(bodies(NULL_VALUE, "[{'limit':{'ok':true}},{'limit':{'ok':false,'error':'no'}}]"))
                .contains("[{'limit':{'ok':true,'error':null}},{'limit':{'ok':false,'error':'no'}}]");
    }

    @Test
    void givenListOfLikeRows_whenNulled_thenOneRowStandsForAll() {
        assertThat(places(NULL_VALUE, "{'rows':[{'id':1},{'id':2},{'id':3}]}"))
                .containsExactly("/", "/rows", "/rows/0/id");
    }

    @Test
    void givenObject_whenPropertyIsMissing_thenEachOnce() {
        assertThat(bodies(MISSING_PROPERTY, "{'id':1,'tag':{'x':'y'}}"))
                .containsExactly("{'tag':{'x':'y'}}", "{'id':1}", "{'id':1,'tag':{}}");
    }

    @Test
    void givenObjects_whenExtra_thenEveryOneHasIt() {
        assertThat(bodies(EXTRA_PROPERTIES, "{'id':1,'tag':{}}"))
                .containsExactly("{'propertyOfALaterVersion':{'values':[1,null]},'id':1,"
                        + "'tag':{'propertyOfALaterVersion':{'values':[1,null]}}}");
    }

    @Test
    void givenObjects_whenReordered_thenBackToFront() {
        assertThat(bodies(REORDERED_PROPERTIES, "{'a':1,'b':{'c':2,'d':3}}"))
                .containsExactly("{'b':{'d':3,'c':2},'a':1}");
    }

    @Test
    void givenNumbers_whenWrittenAsText_thenDigitsStay() {
        assertThat(bodies(NUMBER_AS_TEXT, "{'id':1,'sum':2.50,'ids':[3]}"))
                .containsExactly(
                        "{'id':'1','sum':2.50,'ids':[3]}",
                        "{'id':1,'sum':'2.50','ids':[3]}",
                        "{'id':1,'sum':2.50,'ids':['3']}");
    }

    @Test
    void givenTexts_whenWrittenAsNumbers_thenTheirOwnOrSeven() {
        assertThat(bodies(TEXT_AS_NUMBER, "{'phone':'36301112233','word':'new'}"))
                .containsExactly("{'phone':36301112233,'word':'new'}", "{'phone':'36301112233','word':7}");
    }

    @Test
    void givenObject_whenValuesAreEmptied_thenObjectOrArray() {
        assertThat(bodies(EMPTY_OBJECT, "{'id':1}")).containsExactly("{}", "{'id':{}}");
        assertThat(bodies(EMPTY_ARRAY, "{'id':1}")).containsExactly("[]", "{'id':[]}");
    }

    @Test
    void givenTexts_whenWordIsUnknown_thenEachOnce() {
        assertThat(bodies(UNKNOWN_WORD, "{'status':'new','id':1}"))
                .containsExactly("{'status':'word_of_a_later_version','id':1}");
    }

    @Test
    void givenList_whenOneRowIsOdd_thenOthersStay() {
        assertThat(bodies(ODD_ROW, "{'rows':[{'id':1},{'id':2}]}"))
                .containsExactly(
                        "{'rows':[null,{'id':2}]}",
                        "{'rows':[{},{'id':2}]}",
                        "{'rows':[[],{'id':2}]}",
                        "{'rows':['not a row',{'id':2}]}",
                        "{'rows':[7,{'id':2}]}");
    }

    @Test
    void givenList_whenPagingIsGone_thenRowsStay() {
        assertThat(bodies(NO_PAGING, "{'data':[{'id':1}],'paging':{'page':1},'count':1,'success':true}"))
                .containsExactly("{'data':[{'id':1}],'success':true}");
        assertThat(bodies(NO_PAGING, "{'id':1,'count':2}")).isEmpty();
    }

    @Test
    void givenList_whenCountsAreWrong_thenMoreAndNone() {
        assertThat(bodies(WRONG_COUNTS, "{'data':[{'id':1}],'paging':{'page':1,'count':1}}"))
                .containsExactly(
                        "{'data':[{'id':1}],'paging':{'page':1,'count':2}}",
                        "{'data':[{'id':1}],'paging':{'page':1,'count':0}}");
    }

    @Test
    void givenKeys_whenCaseChanges_thenInEveryObject() {
        assertThat(bodies(UPPER_CASE_KEYS, "{'orderId':1,'tag':{'a':2}}"))
                .containsExactly("{'ORDERID':1,'TAG':{'A':2}}");
        assertThat(bodies(LOWER_CASE_KEYS, "{'orderId':1}")).containsExactly("{'orderid':1}");
        assertThat(bodies(LOWER_CASE_KEYS, "{'id':1}")).isEmpty();
    }

    @Test
    void givenKeys_whenDuplicated_thenEachStandsTwice() {
        assertThat(bodies(DUPLICATE_KEYS, "{'a':1,'b':[{'c':2}]}"))
                .containsExactly("{'a':1,'a':1,'b':[{'c':2,'c':2}],'b':[{'c':2,'c':2}]}");
    }

    @Test
    void givenAnyAnswer_whenBodyIsReplaced_thenStatusIs200() {
        assertThat(bodies(ERROR_WITH_200, "{'id':1}")).containsExactly("{'errorMessage':'no'}");
        assertThat(bodies(EMPTY_BODY, "{'id':1}")).containsExactly("");
        assertThat(bodies(HTML_BODY, "{'id':1}")).hasSize(1).first().asString().startsWith("<!DOCTYPE html>");
        assertThat(bodies(PLAIN_TEXT_BODY, "{'id':1}")).containsExactly("Service is being updated");
        assertThat(ERROR_WITH_200.variants(Answer.empty(204), ERROR))
                .extracting(each -> each.answer().status())
                .containsExactly(200);
    }

    @ParameterizedTest
    @EnumSource
    void givenFailure_whenMutated_thenLeftAlone(AnswerMutation mutation) {
        assertThat(mutation.variants(ERROR, ERROR)).isEmpty();
    }

    @Test
    void givenNoJson_whenMutated_thenOnlyWholeBodies() {
        assertThat(AnswerMutation.allVariants(Answer.text(200, "OK"), ERROR))
                .extracting(MutatedAnswer::mutation)
                .containsExactly(ERROR_WITH_200, EMPTY_BODY, HTML_BODY, PLAIN_TEXT_BODY);
    }

    private static List<String> bodies(AnswerMutation mutation, String json) {
        return mutation.variants(answer(json), ERROR).stream()
                .map(each -> new String(each.answer().body(), UTF_8).replace('"', '\''))
                .toList();
    }

    private static List<String> places(AnswerMutation mutation, String json) {
        return mutation.variants(answer(json), ERROR).stream()
                .map(MutatedAnswer::place)
                .toList();
    }

    private static Answer answer(String json) {
        return Answer.bytes(200, "application/json", json.replace('\'', '"').getBytes(UTF_8));
    }
}
