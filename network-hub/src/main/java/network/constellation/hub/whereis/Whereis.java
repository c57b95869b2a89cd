package network.constellation.hub.whereis;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import network.constellation.hub.fanout.Answer;
import network.constellation.hub.fanout.Fanout;
import network.constellation.hub.registry.Member;
import network.constellation.hub.registry.Registry;
import network.constellation.keys.address.Wwwroot;
import network.constellation.peer.audit.Audit;
import network.constellation.peer.audit.AuditEvent;
import network.constellation.peer.outbound.PeerClient;
import network.constellation.peer.platform.Platform;
import network.constellation.peer.platform.Scope;
import network.constellation.protocol.method.whereis.PeopleFound;
import network.constellation.protocol.method.whereis.PersonAsked;
import network.constellation.protocol.method.whereis.WhereisMethods;

/** Looks for a person at all sites. A site that is silent or refuses is told of, and holds up nobody. */
@Singleton
public final class Whereis {
    /** The right to search, as the originals name it. */
    public static final String RIGHT = "block/whereis:searchlocation";

    /** People shown at once; more want a longer text. */
    public static final int MOST_SHOWN = 40;

    static final String ASKED = "whereis.asked";

    private static final int MOST_OF_A_SITE = 50;
    private static final Duration WITHIN = Duration.ofSeconds(10);

    private final Registry registry;
    private final Fanout fanout;
    private final PeerClient client;
    private final Platform platform;
    private final Audit audit;
    private final Clock clock;

    @Inject
    Whereis(Registry registry, Fanout fanout, PeerClient client, Platform platform, Audit audit, Clock clock) {
        this.registry = registry;
        this.fanout = fanout;
        this.client = client;
        this.platform = platform;
        this.audit = audit;
        this.clock = clock;
    }

    /** Whether somebody of the hub may search; a refusal is written into the audit. */
    public boolean admits(long userId, String username) {
        boolean may = platform.roles().can(userId, RIGHT, Scope.site());
        if (!may) {
            audit.record(AuditEvent.refused(ASKED, username, "no-right"));
        }
        return may;
    }

    /**
     * Asks all sites.
     *
     * @param text part of a name, user name, e-mail address or id number; every letter counts as itself
     * @param actor who asks: goes into the audit here and at each site
     * @throws IllegalArgumentException with one sentence, when the text is too short or too long
     */
    public Search search(String text, String actor) {
        String wanted = text.strip();
        if (wanted.length() < WhereisMethods.LEAST_LETTERS || wanted.length() > WhereisMethods.MOST_LETTERS) {
            throw new IllegalArgumentException(
                    "Search for " + WhereisMethods.LEAST_LETTERS + " to " + WhereisMethods.MOST_LETTERS
                            + " letters of a name, a user name, an e-mail address or an id number.");
        }
        Map<Wwwroot, String> names = registry.members().stream()
                .filter(member -> member.state() == Member.State.ADMITTED)
                .collect(Collectors.toMap(Member::wwwroot, Member::name, (one, other) -> one, LinkedHashMap::new));
        Map<Wwwroot, Answer<PeopleFound>> answers = fanout.ask(
                names.keySet(),
                WITHIN,
                site -> client.call(site, WhereisMethods.FIND, new PersonAsked(wanted, actor, MOST_OF_A_SITE)));
        Instant now = clock.instant();
        List<Person> people = new People(answers, names, now).all();
        List<SiteAnswer> sites = answers.entrySet().stream()
                .map(answer -> told(answer.getKey(), names.getOrDefault(answer.getKey(), ""), answer.getValue()))
                .toList();
        Search search = new Search(
                wanted, verdict(people), people.subList(0, Math.min(MOST_SHOWN, people.size())), people.size(), sites);
        audit.record(AuditEvent.done(ASKED, actor)
                .with("text", wanted)
                .with("found", String.valueOf(people.size()))
                .with("asked", String.valueOf(sites.size()))
                .with("silent", String.valueOf(search.silent().size())));
        return search;
    }

    private static Search.Verdict verdict(List<Person> people) {
        if (people.isEmpty()) {
            return Search.Verdict.NONE;
        } else if (people.size() > 1) {
            return Search.Verdict.MANY;
        } else if (people.get(0).live()) {
            return Search.Verdict.LIVE;
        }
        return people.get(0).places().isEmpty() ? Search.Verdict.AWAY : Search.Verdict.STALE;
    }

    private static SiteAnswer told(Wwwroot site, String name, Answer<PeopleFound> answer) {
        String address = site.value();
        if (answer instanceof Answer.Given<PeopleFound> given) {
            PeopleFound found = given.value();
            return new SiteAnswer(
                    address, name, SiteAnswer.Outcome.ANSWERED, found.accounts().size(), found.total(), "");
        } else if (answer instanceof Answer.Refused<PeopleFound> refused) {
            return silent(address, name, SiteAnswer.Outcome.REFUSED, refused.text());
        } else if (answer instanceof Answer.Unsupported<PeopleFound> unsupported) {
            return silent(address, name, SiteAnswer.Outcome.UNSUPPORTED, unsupported.why());
        } else if (answer instanceof Answer.Unreachable<PeopleFound> unreachable) {
            return silent(address, name, SiteAnswer.Outcome.UNREACHABLE, unreachable.why());
        }
        return silent(address, name, SiteAnswer.Outcome.UNREACHABLE, ((Answer.Unusable<PeopleFound>) answer).why());
    }

    private static SiteAnswer silent(String site, String name, SiteAnswer.Outcome outcome, String why) {
        return new SiteAnswer(site, name, outcome, 0, 0, why);
    }
}
