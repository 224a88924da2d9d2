package io.mostik.pbx.vcclive.errors;

import io.mostik.core.json.OpenValue;

/**
 * A stable key with which the vendor names an error. An open set: a newer word is kept as it came.
 *
 * @param value the vendor's word
 */
public record ErrorKey(String value) implements OpenValue {

    /** A mandatory key is missing. */
    public static final ErrorKey REQUIRED = new ErrorKey("error.required");

    /** A project of this name exists. */
    public static final ErrorKey PROJECT_NAME_TAKEN = new ErrorKey("error.projectname_already_exists");

    /** The name of a project holds unsupported characters. */
    public static final ErrorKey WRONG_PROJECT_NAME = new ErrorKey("error.wrong_projectname_format");

    /** The body is no valid JSON. */
    public static final ErrorKey BAD_ARGUMENTS = new ErrorKey("error.bad_arguments");

    /** A project could not be cloned; nothing was created. */
    public static final ErrorKey CLONE_FAILED = new ErrorKey("error.clone_project_error");

    /** An element lacks a mandatory key. */
    public static final ErrorKey MISSING_ARGUMENTS = new ErrorKey("error.missing_arguments");

    /** Values could not be added; nothing was created. */
    public static final ErrorKey NO_VALUES_ADDED = new ErrorKey("error.adding_values_was_unsuccessful");

    /** A name is too short or too long. */
    public static final ErrorKey WRONG_NAME_LENGTH = new ErrorKey("error.name_must_be_between");

    /** A value of this name exists. */
    public static final ErrorKey VALUE_NAME_TAKEN = new ErrorKey("error.value_name_already_exists");

    /** The record has no such contact. */
    public static final ErrorKey NO_SUCH_CONTACT = new ErrorKey("error.contact_not_exists");

    /** An e-mail address is malformed. */
    public static final ErrorKey WRONG_EMAIL = new ErrorKey("error.wrong_email_format");

    /** The role does not exist. */
    public static final ErrorKey NO_SUCH_ROLE = new ErrorKey("error.non_exist");

    /** A password is too short. */
    public static final ErrorKey PASSWORD_TOO_SHORT = new ErrorKey("error.password_policy_min_chars_error");

    /** A password has too few digits. */
    public static final ErrorKey PASSWORD_LACKS_DIGITS = new ErrorKey("error.password_policy_min_number_chars_error");

    /** A password has too few special characters. */
    public static final ErrorKey PASSWORD_LACKS_SPECIALS =
            new ErrorKey("error.password_policy_min_special_chars_error");

    /** Checks that there is a value. */
    public ErrorKey {
        OpenValue.check(value);
    }
}
