package io.mostik.examples.desk;

import io.mostik.pbx.CustomerLookup;
import io.mostik.pbx.PhoneNumber;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;

/** The company's customers; a real desk asks its CRM. Immutable. */
final class Customers implements CustomerLookup<Customer> {

    private static final List<Customer> DEMO = List.of(
            new Customer(
                    "C-104",
                    "Kovács Nóra",
                    "Danube Media Kft.",
                    PhoneNumber.of("+36 30 111 2233"),
                    "nora.kovacs@example.hu",
                    "anna",
                    "Spring campaign starts on 9 March; asked whether the card's limit can grow with it."),
            new Customer(
                    "C-117",
                    "Szabó Bence",
                    "Balaton Sport Kft.",
                    PhoneNumber.of("+36 20 444 5566"),
                    "bence.szabo@example.hu",
                    "anna",
                    "Plastic card for petrol and hotels. Prefers to be called after ten."),
            new Customer(
                    "C-121",
                    "Olga Petrova",
                    "North Wind <Import & Export>",
                    PhoneNumber.of("+7 916 123-45-67"),
                    "olga.petrova@example.com",
                    "gabor",
                    "Virtual card for web shops; had one reissued last autumn."));

    List<Customer> all() {
        return DEMO;
    }

    Customer get(String id) {
        return DEMO.stream()
                .filter(customer -> customer.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException("there is no such customer"));
    }

    @Override
    public Optional<Customer> find(PhoneNumber caller) {
        return DEMO.stream()
                .filter(customer -> customer.number().equals(caller))
                .findFirst();
    }
}
