package io.mostik.bridge.action.repair;

import io.mostik.bridge.Fields;
import io.mostik.bridge.action.ActionContext;
import io.mostik.bridge.action.internal.Asked;
import io.mostik.bridge.action.internal.Seen;
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
 * Makes a person or changes one. The vendor neither merges nor rejects people with the same phone, so the phone is looked
 * for first, and again after a lost answer.
 */
record PersonSteps(ActionContext context) implements OnceSteps<Asked, PersonBefore, Long> {

    private static final List<String> CHANGED =
            List.of(PutPerson.FIRST_NAME, PutPerson.LAST_NAME, PutPerson.EMAIL, PutPerson.NOTES);

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
            throw new SeveralPeopleException();
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
                .firstName(fields.text(PutPerson.FIRST_NAME))
                .addPhones(Phone.of(fields.text(RepairFields.PHONE)));
        fields.find(PutPerson.LAST_NAME).ifPresent(person::lastName);
        fields.find(PutPerson.EMAIL).ifPresent(person::email);
        fields.find(PutPerson.NOTES).ifPresent(person::notes);
        return person.build();
    }

    private static PersonUpdate change(Fields fields) {
        PersonUpdate.Builder change = PersonUpdate.builder().firstName(fields.text(PutPerson.FIRST_NAME));
        fields.find(PutPerson.LAST_NAME).ifPresent(change::lastName);
        fields.find(PutPerson.EMAIL).ifPresent(change::email);
        fields.find(PutPerson.NOTES).ifPresent(change::notes);
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
        shown.put(PutPerson.FIRST_NAME, person.firstName().orElse(""));
        shown.put(PutPerson.LAST_NAME, person.lastName().orElse(""));
        shown.put(PutPerson.EMAIL, person.email().orElse(""));
        shown.put(PutPerson.NOTES, person.notes().orElse(""));
        shown.keySet().removeIf(name -> fields.find(name).isEmpty());
        return shown;
    }
}
