package io.mostik.examples.onec;

import java.util.Optional;

/**
 * The names in a 1C base. The administrator decides what is published, and configurations differ: the
 * defaults are an example, as in a payroll configuration, to be compared with {@code $metadata} of the base.
 *
 * @param entity the dismissal documents
 * @param employee the field with the GUID of the employee
 * @param day the field with the day of the dismissal
 * @param organisation the field with the GUID of the organisation
 * @param onlyOrganisation read documents of this organisation alone
 */
public record OnecNames(
        String entity, String employee, String day, String organisation, Optional<String> onlyOrganisation) {

    /** Refuses what cannot be a name. */
    public OnecNames {
        ODataFilter.name(entity);
        ODataFilter.name(employee);
        ODataFilter.name(day);
        ODataFilter.name(organisation);
        onlyOrganisation = onlyOrganisation.map(FlatRequest::guid);
    }

    /** Returns the names of the example. */
    public static OnecNames example() {
        return new OnecNames(
                "Document_Увольнение", "Сотрудник_Key", "ДатаУвольнения", "Организация_Key", Optional.empty());
    }
}
