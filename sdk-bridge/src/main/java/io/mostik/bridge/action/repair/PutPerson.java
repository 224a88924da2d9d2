package io.mostik.bridge.action.repair;

import io.mostik.bridge.Fields;
import io.mostik.bridge.action.Action;
import io.mostik.bridge.action.ActionContext;
import io.mostik.bridge.action.FieldType;
import io.mostik.bridge.action.internal.Asked;
import io.mostik.bridge.action.internal.Refusal;
import io.mostik.bridge.action.internal.Seen;
import io.mostik.bridge.action.internal.Spec;
import io.mostik.core.once.Before;
import io.mostik.core.once.OnceSteps;
import io.mostik.core.once.ReadBack;
import io.mostik.core.once.Sent;
import io.mostik.remonline.common.Phone;
import io.mostik.remonline.contacts.ContactQuery;
import io.mostik.remonline.contacts.NewPerson;
import io.mostik.remonline.contacts.PeopleApi;
import io.mostik.remonline.contacts.Person;
import io.mostik.remonline.contacts.PersonUpdate;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Makes a person, or changes what differs in the one who has the phone; where several have it, a person has to choose. The
 * vendor neither merges nor rejects people with the same phone, so the phone is looked for first, and again after a lost
 * answer.
 */
record PutPerson(ActionContext context) implements OnceSteps<Asked, PersonBefore, Long> {

    private static final String FIRST_NAME = "first_name";
    private static final String LAST_NAME = "last_name";
    private static final String EMAIL = "email";
    private static final String NOTES = "notes";
    private static final List<String> CHANGED = List.of(FIRST_NAME, LAST_NAME, EMAIL, NOTES);

    static Action in(ActionContext context) {
        return Spec.of(
                        "ro.person.put",
                        "Makes a person in RemOnline, or changes what differs in the one with this phone.")
                .vendor(RepairActions.VENDOR)
                .subject(RepairFields::phoneSubject)
                .required(RepairFields.PHONE, FieldType.PHONE, "phone by which the person is known", "+36301112233")
                .required(FIRST_NAME, FieldType.TEXT, "first name", "Nóra")
                .optional(LAST_NAME, FieldType.TEXT, "last name", "Kiss")
                .optional(EMAIL, FieldType.EMAIL, "e-mail", "nora@example.hu")
                .optional(NOTES, FieldType.TEXT, "notes", "prefers mornings")
                .result("person", FieldType.NUMBER, "id of the person", "500")
                .writes(
                        context,
                        RepairFields.gives(PersonBefore.class, "person_put", "person"),
                        new PutPerson(context));
    }

    @Override
    public Before<PersonBefore, Long> before(Asked asked) {
        Optional<Person> known = one(asked);
        if (known.isEmpty()) {
            return Before.state(new PersonBefore(PersonBefore.NOBODY, ""));
        }
        SortedMap<String, String> shown = shown(known.get(), asked.fields());
        return shown.equals(wanted(asked.fields()))
                ? Before.nothingToDo(known.get().id())
                : Before.state(new PersonBefore(known.get().id(), Seen.digest(shown)));
    }

    @Override
    public Sent<Long> send(Asked asked, Optional<PersonBefore> before) {
        long known = before.orElseThrow().id();
        if (known == PersonBefore.NOBODY) {
            return Sent.result(people(asked).create(person(asked.fields())).id());
        }
        people(asked).update(known, change(asked.fields()));
        return Sent.result(known);
    }

    @Override
    public ReadBack<Long> readBack(Asked asked, Optional<PersonBefore> before) {
        if (before.isEmpty()) {
            return ReadBack.unknown();
        }
        PersonBefore was = before.get();
        if (was.id() == PersonBefore.NOBODY) {
            List<Person> found = withPhone(asked);
            if (found.isEmpty()) {
                return ReadBack.notApplied();
            }
            return found.size() == 1 ? ReadBack.applied(found.get(0).id()) : ReadBack.unknown();
        }
        Fields fields = asked.fields();
        SortedMap<String, String> now = shown(people(asked).get(was.id()), fields);
        return Seen.compared(now, wanted(fields), Optional.of(was.digest()), was.id());
    }

    private Optional<Person> one(Asked asked) {
        List<Person> found = withPhone(asked);
        if (found.size() > 1) {
            throw new Refusal("several_people");
        }
        return found.stream().findFirst();
    }

    private List<Person> withPhone(Asked asked) {
        String phone = asked.fields().text(RepairFields.PHONE);
        return people(asked).list(ContactQuery.builder().addPhones(phone).build()).stream()
                .filter(person ->
                        person.phones().stream().anyMatch(one -> RepairFields.isSamePhone(phone, one.phone())))
                .toList();
    }

    private PeopleApi people(Asked asked) {
        return RepairFields.client(context, asked).people();
    }

    private static NewPerson person(Fields fields) {
        NewPerson.Builder person = NewPerson.builder()
                .firstName(fields.text(FIRST_NAME))
                .addPhones(Phone.of(fields.text(RepairFields.PHONE)));
        fields.find(LAST_NAME).ifPresent(person::lastName);
        fields.find(EMAIL).ifPresent(person::email);
        fields.find(NOTES).ifPresent(person::notes);
        return person.build();
    }

    private static PersonUpdate change(Fields fields) {
        PersonUpdate.Builder change = PersonUpdate.builder().firstName(fields.text(FIRST_NAME));
        fields.find(LAST_NAME).ifPresent(change::lastName);
        fields.find(EMAIL).ifPresent(change::email);
        fields.find(NOTES).ifPresent(change::notes);
        return change.build();
    }

    private static SortedMap<String, String> wanted(Fields fields) {
        SortedMap<String, String> wanted = new TreeMap<>();
        CHANGED.forEach(name -> fields.find(name).ifPresent(value -> wanted.put(name, value)));
        return wanted;
    }

    /** Returns what the vendor shows of the fields that are asked for. */
    private static SortedMap<String, String> shown(Person person, Fields fields) {
        SortedMap<String, String> shown = new TreeMap<>();
        shown.put(FIRST_NAME, person.firstName().orElse(""));
        shown.put(LAST_NAME, person.lastName().orElse(""));
        shown.put(EMAIL, person.email().orElse(""));
        shown.put(NOTES, person.notes().orElse(""));
        shown.keySet().removeIf(name -> fields.find(name).isEmpty());
        return shown;
    }
}
