package network.constellation.hub.whereis;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import network.constellation.hub.fanout.Answer;
import network.constellation.keys.address.Wwwroot;
import network.constellation.protocol.method.whereis.AccountFound;
import network.constellation.protocol.method.whereis.PeopleFound;
import network.constellation.protocol.method.whereis.PlaceOfPerson;

/**
 * Accounts of many sites put together by person: the user name at the home says who it is, never a name alone. What a
 * home tells of a session elsewhere counts only while that site has not answered for itself.
 */
final class People {
    private static final Duration LIVE = Duration.ofMinutes(10);

    private final Map<String, PeopleFound> found;
    private final Map<String, String> names;
    private final Instant now;

    People(Map<Wwwroot, Answer<PeopleFound>> answers, Map<Wwwroot, String> names, Instant now) {
        this.names = names.entrySet().stream()
                .collect(Collectors.toMap(entry -> entry.getKey().value(), Map.Entry::getValue));
        this.now = now;
        this.found = new LinkedHashMap<>();
        answers.forEach((site, answer) -> {
            if (answer instanceof Answer.Given<PeopleFound> given) {
                found.put(site.value(), given.value());
            }
        });
    }

    private record Key(String home, String username) {}

    private record At(String site, AccountFound account) {}

    List<Person> all() {
        Map<Key, List<At>> accounts = new LinkedHashMap<>();
        found.forEach((site, people) -> people.accounts()
                .forEach(account -> accounts.computeIfAbsent(
                                new Key(account.home(), account.username()), key -> new ArrayList<>())
                        .add(new At(site, account))));
        List<Person> people = new ArrayList<>();
        accounts.forEach((key, at) -> people.add(person(key, at)));
        people.sort(Comparator.comparing(Person::name, String.CASE_INSENSITIVE_ORDER)
                .thenComparing(Person::username)
                .thenComparing(Person::home));
        return people;
    }

    private Person person(Key key, List<At> at) {
        List<Person.Place> places = new ArrayList<>();
        for (At one : at) {
            for (PlaceOfPerson place : one.account().places()) {
                boolean itself = place.site().equals(one.site());
                if (itself || !found.containsKey(place.site())) {
                    places.add(place(place, itself));
                }
            }
        }
        places.sort(Comparator.comparing(Person.Place::seen).reversed());
        String name = at.stream()
                .filter(one -> one.site().equals(key.home()))
                .findFirst()
                .orElse(at.get(0))
                .account()
                .name();
        return new Person(
                key.username(),
                key.home(),
                name(key.home()),
                name,
                at.stream()
                        .map(one -> new Person.Account(
                                one.site(),
                                name(one.site()),
                                one.account().suspended(),
                                one.account().lastLogin()))
                        .toList(),
                places);
    }

    private Person.Place place(PlaceOfPerson place, boolean itself) {
        boolean live = itself && !place.seen().isBefore(now.minus(LIVE));
        return new Person.Place(place.site(), name(place.site()), place.since(), place.seen(), live, !itself);
    }

    private String name(String site) {
        return names.getOrDefault(site, site);
    }
}
