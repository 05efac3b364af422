package org.zhuxi.sensing.internal.sta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zhuxi.sensing.internal.query.StaError;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The operations of RFC 6902 and the pointers of RFC 6901, on documents without any service around. */
class JsonPatchTests {

    private static final JsonMapper JSON = new JsonMapper();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'a':1}|[]|{'a':1}",
                "{'a':1}|[{'op':'add','path':'/b','value':2}]|{'a':1,'b':2}",
                "{'a':1}|[{'op':'add','path':'/a','value':null}]|{'a':null}",
                "{'a':1}|[{'op':'add','path':'','value':{'b':2}}]|{'b':2}",
                "{'a':1}|[{'op':'add','path':'/','value':2}]|{'a':1,'':2}",
                "{'a':[1,3]}|[{'op':'add','path':'/a/1','value':2}]|{'a':[1,2,3]}",
                "{'a':[1,2]}|[{'op':'add','path':'/a/2','value':3}]|{'a':[1,2,3]}",
                "{'a':[1]}|[{'op':'add','path':'/a/-','value':[2]}]|{'a':[1,[2]]}",
                "{'a':{'b':1,'c':2}}|[{'op':'remove','path':'/a/b'}]|{'a':{'c':2}}",
                "{'a':[1,2,3]}|[{'op':'remove','path':'/a/1'}]|{'a':[1,3]}",
                "{'a':[1,2,3]}|[{'op':'replace','path':'/a/2','value':{}}]|{'a':[1,2,{}]}",
                "{'a':1}|[{'op':'replace','path':'','value':[]}]|[]",
                "{'a':{'b':1},'c':{}}|[{'op':'move','from':'/a/b','path':'/c/d'}]|{'a':{},'c':{'d':1}}",
                "{'a':[1,2,3]}|[{'op':'move','from':'/a/0','path':'/a/2'}]|{'a':[2,3,1]}",
                "{'a':1}|[{'op':'move','from':'/a','path':'/a'}]|{'a':1}",
                "{'a':{'b':1}}|[{'op':'copy','from':'/a','path':'/c'},{'op':'replace','path':'/c/b','value':2}]|{'a':{'b':1},'c':{'b':2}}",
                "{'a':1}|[{'op':'copy','from':'','path':'/b'}]|{'a':1,'b':{'a':1}}",
                "{'a/b':1,'c~d':2,'~1':3}|[{'op':'remove','path':'/a~1b'},{'op':'remove','path':'/c~0d'},{'op':'remove','path':'/~01'}]|{}",
                "{'0':1}|[{'op':'replace','path':'/0','value':2}]|{'0':2}",
                "{'a':1}|[{'op':'test','path':'/a','value':1.0}]|{'a':1}",
                "{'a':{'b':[1e2],'c':null}}|[{'op':'test','path':'/a','value':{'c':null,'b':[100]}}]|{'a':{'b':[1e2],'c':null}}",
                "{'a':1}|[{'op':'add','path':'/b','value':2,'note':'passed over'}]|{'a':1,'b':2}"
            })
    void operationsAreDone(String document, String patch, String result) {
        assertThat(JsonPatch.apply(read(patch), read(document))).isEqualTo(read(result));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "400|{'op':'add','path':'/a','value':1}",
                "400|7",
                "400|['add']",
                "400|[{'path':'/a','value':1}]",
                "400|[{'op':'add','value':1}]",
                "400|[{'op':'add','path':'/b'}]",
                "400|[{'op':'Add','path':'/b','value':1}]",
                "400|[{'op':'merge','path':'/b','value':1}]",
                "400|[{'op':'add','path':'b','value':1}]",
                "400|[{'op':'add','path':'/b~2','value':1}]",
                "400|[{'op':'add','path':'/b~','value':1}]",
                "400|[{'op':'add','path':7,'value':1}]",
                "400|[{'op':'add','path':null,'value':1}]",
                "400|[{'op':'move','path':'/b'}]",
                "400|[{'op':'move','from':'/o','path':'/o/p'}]",
                "400|[{'op':'remove','path':''}]",
                "409|[{'op':'add','path':'/x/y','value':1}]",
                "409|[{'op':'add','path':'/a/y','value':1}]",
                "409|[{'op':'add','path':'/l/4','value':1}]",
                "409|[{'op':'add','path':'/l/01','value':1}]",
                "409|[{'op':'add','path':'/l/-1','value':1}]",
                "409|[{'op':'add','path':'/l/1e0','value':1}]",
                "409|[{'op':'add','path':'/l/99999999999999999999','value':1}]",
                "409|[{'op':'remove','path':'/b'}]",
                "409|[{'op':'remove','path':'/l/-'}]",
                "409|[{'op':'remove','path':'/l/3'}]",
                "409|[{'op':'replace','path':'/b','value':1}]",
                "409|[{'op':'move','from':'/b','path':'/c'}]",
                "409|[{'op':'copy','from':'/b','path':'/c'}]",
                "409|[{'op':'test','path':'/b','value':null}]",
                "409|[{'op':'test','path':'/a','value':'1'}]",
                "409|[{'op':'test','path':'/l','value':[3,2,1]}]",
                "409|[{'op':'add','path':'/b','value':2},{'op':'test','path':'/a','value':2}]"
            })
    void whatCannotBeDoneIsRefused(int status, String patch) {
        var document = read("{'a':1,'l':[1,2,3],'o':{'p':{}}}");
        var refused = catchThrowableOfType(StaError.class, () -> JsonPatch.apply(read(patch), document));

        assertThat(refused.status()).as(refused.getMessage()).isEqualTo(status);
        assertThat(document).isEqualTo(read("{'a':1,'l':[1,2,3],'o':{'p':{}}}"));
    }

    @Test
    void copiesThatDoubleTheDocumentEachTimeEnd() {
        var patch = IntStream.range(0, 64)
                .mapToObj("{'op':'copy','from':'','path':'/c%d'}"::formatted)
                .collect(Collectors.joining(",", "[", "]"));
        var refused = catchThrowableOfType(StaError.class, () -> JsonPatch.apply(read(patch), read("{'a':1}")));

        assertThat(refused.status()).isEqualTo(413);
    }

    @Test
    void whatNestsTooDeepIsRefused() {
        var deep = "[".repeat(101) + "]".repeat(101);
        var patch = read("[{'op':'add','path':'/b','value':%s}]".formatted(deep));
        var refused = catchThrowableOfType(StaError.class, () -> JsonPatch.apply(patch, read("{'a':1}")));

        assertThat(refused.status()).isEqualTo(413);
    }

    @Test
    void tooManyOperationsAreRefused() {
        var patch = IntStream.range(0, 1_001)
                .mapToObj(any -> "{'op':'test','path':'/a','value':1}")
                .collect(Collectors.joining(",", "[", "]"));
        var refused = catchThrowableOfType(StaError.class, () -> JsonPatch.apply(read(patch), read("{'a':1}")));

        assertThat(refused.status()).isEqualTo(400);
    }

    private static JsonNode read(String text) {
        return JSON.readTree(text.replace('\'', '"'));
    }
}
