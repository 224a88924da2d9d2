/**
 * The three integrations that the vendor describes, as small classes above the client: a website's sign-up, a webshop's
 * purchase history, an invoicing program's payments. Whatever breaks, nothing is written twice and nothing is forgotten.
 */
@NullMarked
package io.mostik.salesautopilot.integrations;

import org.jspecify.annotations.NullMarked;
