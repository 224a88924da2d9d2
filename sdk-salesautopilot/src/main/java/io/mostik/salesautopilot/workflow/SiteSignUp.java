package io.mostik.salesautopilot.workflow;

import io.mostik.salesautopilot.ids.FormId;
import io.mostik.salesautopilot.ids.ListId;
import io.mostik.salesautopilot.internal.Email;

/**
 * A user of a website to be signed up.
 *
 * @param list the list
 * @param form the sign-up form
 * @param user the user
 * @param doubleOptIn whether the form asks for a confirmation
 * @param erased how often the records of this address were erased: each sign-up after that is a new one
 */
record SiteSignUp(ListId list, FormId form, SiteUser user, boolean doubleOptIn, int erased) {

    String id() {
        String email = Email.key(user.email());
        return erased == 0 ? WriteId.of(list, email) : WriteId.of(list, email, Integer.toString(erased));
    }
}
