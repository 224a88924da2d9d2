package io.mostik.spring.boot;

/**
 * Changes a vendor's builder after the properties were applied, for what has no property. A bean of this type is asked for
 * each client of the vendor.
 *
 * <pre>{@code
 * @Bean
 * ClientCustomizer<RemOnline.Builder> brackets() {
 *     return (client, builder) -> builder.arrayStyle(ArrayStyle.BRACKETS);
 * }
 * }</pre>
 *
 * @param <B> the vendor's builder, such as {@code RemOnline.Builder}
 */
@FunctionalInterface
public interface ClientCustomizer<B> {

    /** Changes the builder of one client. */
    void customize(ClientId client, B builder);
}
