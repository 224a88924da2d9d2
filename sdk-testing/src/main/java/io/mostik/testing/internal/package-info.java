/**
 * What the simulators share. Not exported.
 *
 * <p>A vendor has one {@link io.mostik.testing.internal.Refusals}, which says how it refuses; one
 * {@link io.mostik.testing.internal.Endpoints} for each generation of its API; a
 * {@link io.mostik.testing.internal.RequestReader}, its own where a request is read in its own way; and a
 * {@link io.mostik.testing.internal.Table} for each kind of row. A group of endpoints is a record over the account:
 *
 * <pre>{@code
 * record Tags(Account account) {
 *
 *     void register(Endpoints<RequestReader> endpoints) {
 *         endpoints
 *                 .get("/tags", ask -> Answer.json(200, account.tags.all()))
 *                 .get("/tags/{id}", ask -> Answer.json(200, account.tags.get(ask.id("id"))))
 *                 .post("/tags", this::create);
 *     }
 * }
 * }</pre>
 */
@NullMarked
package io.mostik.testing.internal;

import org.jspecify.annotations.NullMarked;
