package io.mostik.examples.onec;

import io.mostik.core.ApiError;
import io.mostik.core.Page;
import io.mostik.core.Paged;
import io.mostik.core.Secret;
import io.mostik.core.http.ApiClient;
import io.mostik.core.http.ApiResponse;
import io.mostik.core.http.Authorizer;
import io.mostik.core.http.ClientConfig;
import io.mostik.core.http.Endpoint;
import io.mostik.core.http.RateLimit;
import io.mostik.core.json.Json;
import io.mostik.core.json.JsonCodec;
import io.mostik.core.json.JsonException;
import io.mostik.core.json.JsonType;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Reads a published 1C base through its standard OData. Each session of 1C costs a licence, so it asks one thing at a
 * time. Thread-safe.
 */
final class OnecBase implements AutoCloseable {

    private static final int PAGE = 100;

    // The options of OData begin with a dollar. 1C is known to read it as it is, so it stands in the path, where it
    // stays.
    private static final Endpoint<Json> LIST = Endpoint.read(
            "onec.list",
            "GET",
            "/odata/standard.odata/{entity}?$format=json&$orderby=Ref_Key&$top={top}&$skip={skip}&$filter={filter}",
            Json.class);

    private final ApiClient client;
    private final OnecNames names;

    /**
     * Creates a reader.
     *
     * @param config where the base is published, without {@code /odata}
     */
    OnecBase(ClientConfig config, String user, Secret password, OnecNames names) {
        this.client = ApiClient.builder(config)
                .errors(OnecBase::error)
                .authorizer(Authorizer.basic(user, password))
                .build();
        this.names = names;
    }

    static ClientConfig.Builder settings(String address) {
        return ClientConfig.builder()
                .baseUri(address)
                .rateLimit(RateLimit.none().withAtOnce(1));
    }

    /** Returns the dismissal documents of a period; nothing is sent until they are iterated. */
    Paged<OnecDocument> dismissals(LocalDate from, LocalDate before) {
        ODataFilter days = ODataFilter.all().from(names.day(), from).before(names.day(), before);
        ODataFilter filter = names.onlyOrganisation()
                .map(guid -> days.is(names.organisation(), guid))
                .orElse(days);
        return Paged.numbered(0, skip -> page(filter, skip)).distinctBy(OnecDocument::key);
    }

    private Page<OnecDocument> page(ODataFilter filter, int skip) {
        Json answer = client.call(LIST)
                .path("entity", names.entity())
                .path("top", PAGE)
                .path("skip", skip)
                .path("filter", filter.text())
                .send();
        if (!answer.get("value").isArray()) {
            throw new IllegalStateException("the base answers without a list of " + names.entity());
        }
        List<OnecDocument> documents = answer.get("value").elements().stream()
                .map(one -> OnecDocument.of(one, names))
                .toList();
        return documents.size() < PAGE ? Page.last(documents) : Page.of(documents, Integer.toString(skip + PAGE));
    }

    /** 1C wraps its words in {@code odata.error}; a web server before it answers with a page. */
    private static Optional<ApiError> error(ApiResponse response) {
        if (response.isSuccess()) {
            return Optional.empty();
        }
        Json error;
        try {
            error = JsonCodec.camelCase()
                    .read(JsonType.of(Json.class), response.body().bytes())
                    .get("odata.error");
        } catch (JsonException e) {
            error = Json.of(null);
        }
        String code = error.get("code").text().orElse("");
        String message = error.at("message", "value").text().orElse("");
        return Optional.of(ApiError.of(response.status(), code, message));
    }

    @Override
    public void close() {
        client.close();
    }
}
