package io.mostik.remonline.contracts;

import io.mostik.remonline.RemOnline;
import io.mostik.remonline.common.Phone;
import io.mostik.remonline.common.Sort;
import io.mostik.remonline.contacts.Birthday;
import io.mostik.remonline.contacts.ContactQuery;
import io.mostik.remonline.contacts.NewOrganization;
import io.mostik.remonline.contacts.NewPerson;
import io.mostik.remonline.contacts.OrganizationUpdate;
import io.mostik.remonline.contacts.PersonUpdate;
import java.util.List;

/** What is sent and read. Answers lie beside, in files named after the operation. */
final class ContactContracts {

    static final List<Contract<RemOnline>> ALL = List.of(
            Contract.<RemOnline>of(
                    "people.list",
                    "GET /v2/contacts/people?page=1&phones=%2B380500000001&sort=-modified_at",
                    api -> api.people()
                            .list(ContactQuery.builder()
                                    .addPhones("+380500000001")
                                    .sort(Sort.MODIFIED_AT.descending())
                                    .build())
                            .toList()
                            .get(0)
                            .phones()
                            .get(1)
                            .phone(),
                    "+380500000002"),
            Contract.<RemOnline>of(
                    "people.get",
                    "GET /v2/contacts/people/88001",
                    api -> api.people().get(88001).phones().get(0).hasWhatsapp().orElseThrow(),
                    true),
            Contract.<RemOnline>of(
                            "people.create",
                            "POST /v2/contacts/people",
                            api -> api.people()
                                    .create(NewPerson.builder()
                                            .firstName("Ira")
                                            .addPhones(Phone.of("+380500000001"))
                                            .birthday(Birthday.builder()
                                                    .day(1)
                                                    .month(2)
                                                    .build())
                                            .addTags("vip")
                                            .build())
                                    .id(),
                            88001L)
                    .sending(
                            "{\"first_name\": \"Ira\", \"phones\": [{\"phone\": \"+380500000001\"}], \"birthday\": {\"day\": 1, \"month\": 2}, \"tags\": [\"vip\"]}"),
            Contract.<RemOnline>of(
                            "people.update",
                            "PATCH /v2/contacts/people/88001",
                            Contract.done(api -> api.people()
                                    .update(
                                            88001,
                                            PersonUpdate.builder()
                                                    .email("")
                                                    .addPhones(Phone.builder()
                                                            .phone("+380500000001")
                                                            .notified(false)
                                                            .build())
                                                    .build())),
                            "")
                    .sending("{\"email\": \"\", \"phones\": [{\"phone\": \"+380500000001\", \"notify\": false}]}"),
            Contract.<RemOnline>of(
                    "people.delete",
                    "DELETE /v2/contacts/people/88001",
                    Contract.done(api -> api.people().delete(88001)),
                    ""),
            Contract.<RemOnline>of(
                    "people.organizations",
                    "GET /v2/contacts/people/88001/organizations",
                    api -> api.people()
                            .organizations(88001)
                            .get(0)
                            .phones()
                            .get(0)
                            .phone(),
                    "+380500000003"),
            Contract.<RemOnline>of(
                            "people.comment",
                            "POST /v2/contacts/people/88001/comments",
                            Contract.done(api -> api.people().comment(88001, "called", false)),
                            "")
                    .sending("{\"comment\": \"called\", \"is_private\": false}"),
            Contract.<RemOnline>of(
                            "people.merge",
                            "POST /v2/contacts/people/88001/merge",
                            Contract.done(api -> api.people().merge(88001, List.of(5L, 6L))),
                            "")
                    .sending("{\"ids\": [5, 6]}"),
            Contract.<RemOnline>of(
                    "people.customFields",
                    "GET /v2/contacts/people/custom-fields",
                    api -> api.people().customFields().get(0).key(),
                    "f561999"),
            Contract.<RemOnline>of(
                    "organizations.list",
                    "GET /v2/contacts/organizations?page=1&names=Lys",
                    api -> api.organizations()
                            .list(ContactQuery.builder().addNames("Lys").build())
                            .toList()
                            .get(0)
                            .name()
                            .orElse(""),
                    "Lys LLC"),
            Contract.<RemOnline>of(
                    "organizations.get",
                    "GET /v2/contacts/organizations/99001",
                    api -> api.organizations()
                            .get(99001)
                            .businessRegistrationNumber()
                            .orElse(""),
                    "123"),
            Contract.<RemOnline>of(
                            "organizations.create",
                            "POST /v2/contacts/organizations",
                            api -> api.organizations()
                                    .create(NewOrganization.builder()
                                            .name("Lys LLC")
                                            .supplier(true)
                                            .build())
                                    .id(),
                            99001L)
                    .sending("{\"name\": \"Lys LLC\", \"supplier\": true}"),
            Contract.<RemOnline>of(
                            "organizations.update",
                            "PATCH /v2/contacts/organizations/99001",
                            Contract.done(api -> api.organizations()
                                    .update(
                                            99001,
                                            OrganizationUpdate.builder()
                                                    .managerId(7001)
                                                    .build())),
                            "")
                    .sending("{\"manager_id\": 7001}"),
            Contract.<RemOnline>of(
                    "organizations.delete",
                    "DELETE /v2/contacts/organizations/99001",
                    Contract.done(api -> api.organizations().delete(99001)),
                    ""),
            Contract.<RemOnline>of(
                    "organizations.people",
                    "GET /v2/contacts/organizations/99001/people",
                    api -> api.organizations()
                            .people(99001)
                            .get(0)
                            .birthday()
                            .orElseThrow()
                            .day(),
                    1),
            Contract.<RemOnline>of(
                    "organizations.link",
                    "POST /v2/contacts/organizations/99001/people/88001",
                    Contract.done(api -> api.organizations().link(99001, 88001)),
                    ""),
            Contract.<RemOnline>of(
                    "organizations.unlink",
                    "DELETE /v2/contacts/organizations/99001/people/88001",
                    Contract.done(api -> api.organizations().unlink(99001, 88001)),
                    ""),
            Contract.<RemOnline>of(
                            "organizations.comment",
                            "POST /v2/contacts/organizations/99001/comments",
                            Contract.done(api -> api.organizations().comment(99001, "called", false)),
                            "")
                    .sending("{\"comment\": \"called\", \"is_private\": false}"),
            Contract.<RemOnline>of(
                            "organizations.merge",
                            "POST /v2/contacts/organizations/99001/merge",
                            Contract.done(api -> api.organizations().merge(99001, List.of(5L))),
                            "")
                    .sending("{\"ids\": [5]}"));

    private ContactContracts() {}
}
