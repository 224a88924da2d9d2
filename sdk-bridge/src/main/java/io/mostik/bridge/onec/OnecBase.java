package io.mostik.bridge.onec;

import io.mostik.core.ApiError;
import io.mostik.core.NotFoundException;
import io.mostik.core.Page;
import io.mostik.core.Paged;
import io.mostik.core.Secret;
import io.mostik.core.http.ApiClient;
import io.mostik.core.http.ApiResponse;
import io.mostik.core.http.Authorizer;
import io.mostik.core.http.ClientConfig;
import io.mostik.core.http.Download;
import io.mostik.core.http.Endpoint;
import io.mostik.core.http.RateLimit;
import io.mostik.core.json.Json;
import io.mostik.core.json.JsonCodec;
import io.mostik.core.json.JsonException;
import io.mostik.core.json.JsonType;
import io.mostik.core.json.NoAnswer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Reads a published 1C base through its standard OData. Each session of 1C costs a licence, so it asks one thing at a
 * time. Thread-safe.
 */
public final class OnecBase implements AutoCloseable {

    private static final int PAGE = 100;
    private static final long LARGEST_METADATA = 128L * 1024 * 1024;

    // The options of OData begin with a dollar. 1C is known to read it as it is, so it stands in the path, where it
    // stays.
    private static final Endpoint<Json> LIST = Endpoint.read(
            "onec.list",
            "GET",
            "/odata/standard.odata/{entity}?$format=json&$orderby=Ref_Key&$top={top}&$skip={skip}&$filter={filter}",
            Json.class);
    private static final Endpoint<NoAnswer> METADATA =
            Endpoint.read("onec.metadata", "GET", "/odata/standard.odata/$metadata", NoAnswer.class);

    private final ApiClient client;

    private OnecBase(ClientConfig config, String user, Secret password) {
        this.client = ApiClient.builder(config)
                .errors(OnecBase::error)
                .authorizer(Authorizer.basic(user, password))
                .build();
    }

    /**
     * Returns a reader.
     *
     * @param config begun by {@link #settings}
     * @param user a user of the base that may read what is published
     */
    public static OnecBase of(ClientConfig config, String user, Secret password) {
        return new OnecBase(config, user, password);
    }

    /**
     * Returns settings that ask one thing at a time.
     *
     * @param address where the base is published, without {@code /odata}
     */
    public static ClientConfig.Builder settings(String address) {
        return ClientConfig.builder()
                .baseUri(address)
                .rateLimit(RateLimit.none().withAtOnce(1));
    }

    /**
     * Returns the documents whose day lies in a period, posted or not; nothing is sent until they are walked.
     *
     * @param from the first day
     * @param before the day after the last
     */
    public Paged<OnecDocument> documents(OnecQuery query, LocalDate from, LocalDate before) {
        ODataFilter days = ODataFilter.all().from(query.day(), from).before(query.day(), before);
        ODataFilter filter = query.organisation()
                .map(one -> days.is(one.field(), one.guid()))
                .orElse(days);
        return Paged.numbered(0, skip -> page(query, filter, skip)).distinctBy(OnecDocument::key);
    }

    /**
     * Compares the names of a query with {@code $metadata} of the base.
     *
     * @return what is missing, in words; empty if all is there
     */
    public List<String> check(OnecQuery query) {
        try {
            return metadata(query).problems();
        } catch (NotFoundException e) {
            return List.of("the base publishes no standard OData at this address");
        }
    }

    /**
     * Returns the names that {@code $metadata} of the base tells, to compare others with.
     *
     * @throws io.mostik.core.SdkException if it cannot be read
     * @throws IllegalStateException if it is no well-formed XML
     */
    public OnecPublished published(OnecQuery query) {
        return metadata(query).published();
    }

    private Metadata metadata(OnecQuery query) {
        Path file = temporary();
        try {
            var unused = client.call(METADATA)
                    .download(Download.to(file).atMost(LARGEST_METADATA).recognisedBy(OnecBase::isXml));
            return Metadata.read(file, query);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            delete(file);
        }
    }

    private Page<OnecDocument> page(OnecQuery query, ODataFilter filter, int skip) {
        Json answer = client.call(LIST)
                .path("entity", query.entity())
                .path("top", PAGE)
                .path("skip", skip)
                .path("filter", filter.text())
                .send();
        if (!answer.get("value").isArray()) {
            throw new IllegalStateException("the base answers without a list of " + query.entity());
        }
        List<OnecDocument> documents = answer.get("value").elements().stream()
                .map(one -> OnecDocument.of(one, query))
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

    private static boolean isXml(byte[] beginning) {
        for (byte one : beginning) {
            if (one == '<') {
                return true;
            }
            boolean isMarkOrBlank = one < 0 || one == ' ' || one == '\r' || one == '\n' || one == '\t';
            if (!isMarkOrBlank) {
                return false;
            }
        }
        return false;
    }

    private static Path temporary() {
        try {
            Path file = Files.createTempFile("mostik-metadata", ".xml");
            Files.delete(file);
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path file) {
        try {
            boolean unused = Files.deleteIfExists(file);
        } catch (IOException e) {
            file.toFile().deleteOnExit();
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
