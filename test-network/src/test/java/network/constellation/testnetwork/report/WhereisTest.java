package network.constellation.testnetwork.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import network.constellation.hub.whereis.Person;
import network.constellation.hub.whereis.Search;
import network.constellation.hub.whereis.SiteAnswer;
import network.constellation.hub.whereis.Whereis;
import network.constellation.peer.audit.AuditEvent;
import network.constellation.peer.peers.Services;
import network.constellation.peer.platform.Permission;
import network.constellation.peer.platform.Platform;
import network.constellation.peer.platform.Profile;
import network.constellation.peer.platform.Scope;
import network.constellation.peer.platform.User;
import network.constellation.peer.platform.UserKey;
import network.constellation.peer.web.session.Origin;
import network.constellation.peer.web.session.Sessions;
import network.constellation.protocol.method.membership.MembershipMethods;
import network.constellation.protocol.method.whereis.WhereisMethods;
import network.constellation.testnetwork.TestNetwork;
import network.constellation.testnetwork.TestSite;
import network.constellation.testnetwork.link.Weather;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The hub looks for people at two sites that answer and at one that is closed. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("NA-64")
class WhereisTest {
    private static final String SEARCHER = "claire";

    private TestNetwork network;
    private TestSite a;
    private TestSite b;
    private TestSite closed;
    private User anna;

    @BeforeAll
    void people(@TempDir Path folder) {
        network = TestNetwork.found(folder);
        a = network.site("a");
        b = network.site("b");
        closed = network.site("c", "whereis.answer = false");
        for (TestSite site : List.of(a, b, closed)) {
            network.inviteAndJoin(site, 1);
        }
        anna = user(a, a, "anna_1", "Anna", "O'Neil");
        user(a, a, "annax1", "Anna", "Xavier");
        user(a, a, "max", "Max", "Hundred%");
        user(closed, closed, "anna_2", "Anna", "Closed");
    }

    private static User user(TestSite at, TestSite home, String username, String first, String last) {
        String auth = at == home ? User.MANUAL : User.MNET;
        Profile profile = Profile.of(first, last, username + "@example.org");
        return at.get(Platform.class).users().create(new UserKey(home.wwwroot(), username), auth, profile);
    }

    @AfterAll
    void close() {
        network.close();
    }

    private Search search(String text) {
        return network.hub().get(Whereis.class).search(text, SEARCHER);
    }

    private static SiteAnswer.Outcome outcome(Search search, TestSite site) {
        return search.sites().stream()
                .filter(one -> one.site().equals(site.wwwroot().value()))
                .findFirst()
                .orElseThrow()
                .outcome();
    }

    @Test
    void severalPeopleAndNobodyAreDifferentAnswers() {
        Search many = search("Anna");
        assertThat(many.verdict()).isEqualTo(Search.Verdict.MANY);
        assertThat(many.people()).extracting(Person::username).contains("anna_1", "annax1");
        Search none = search("Nepomuk");
        assertThat(none.verdict()).isEqualTo(Search.Verdict.NONE);
        assertThat(none.people()).isEmpty();
    }

    @Test
    @Tag("NA-60")
    void specialCharactersAreLiteral() {
        assertThat(search("anna_1").people()).extracting(Person::username).containsExactly("anna_1");
        assertThat(search("d%").people()).extracting(Person::username).containsExactly("max");
        assertThat(search("%%").people()).isEmpty();
        assertThat(search("__").people()).isEmpty();
        assertThat(search("\\_").people()).isEmpty();
        assertThat(search("o'neil").people()).extracting(Person::username).containsExactly("anna_1");
        assertThat(search("'; drop table platform_user; --").verdict()).isEqualTo(Search.Verdict.NONE);
    }

    @Test
    @Tag("NA-60")
    void aboveTheLimitThereIsAHint() {
        for (int i = 0; i < 60; i++) {
            user(b, b, "crowd" + i, "Crowd", "Member " + i);
        }
        Search crowd = search("crowd");
        assertThat(crowd.people()).hasSize(Whereis.MOST_SHOWN);
        assertThat(crowd.truncated()).isTrue();
        assertThat(search("crowd17").truncated()).isFalse();
        assertThatThrownBy(() -> search("x")).hasMessageContaining("2 to 100 letters");
    }

    @Test
    void signedInNowhereThenLiveThenStale() {
        User vera = user(a, a, "vera", "Vera", "Sole");
        assertThat(search("vera").verdict()).isEqualTo(Search.Verdict.AWAY);
        User there = user(b, a, "vera", "Vera", "Sole");
        b.get(Sessions.class).start(there.id(), Origin.landedFrom(a.wwwroot()), Map.of());
        Search live = search("vera");
        assertThat(live.verdict()).isEqualTo(Search.Verdict.LIVE);
        // One person with two accounts, since user name and home are the same at both.
        assertThat(live.people()).singleElement().satisfies(person -> {
            assertThat(person.home()).isEqualTo(a.wwwroot().value());
            assertThat(person.accounts()).hasSize(2);
            assertThat(person.places())
                    .singleElement()
                    .satisfies(place ->
                            assertThat(place.site()).isEqualTo(b.wwwroot().value()));
        });
        for (TestSite site : List.of(network.hub(), a, b, closed)) {
            site.clock().advance(Duration.ofMinutes(11));
        }
        assertThat(search("vera").verdict()).isEqualTo(Search.Verdict.STALE);
        assertThat(vera.username()).isEqualTo("vera");
    }

    @Test
    void aClosedSiteASilentOneAndOneThatCannotBeAskedSaySoEach() {
        assertThat(outcome(search("anna"), closed)).isEqualTo(SiteAnswer.Outcome.REFUSED);
        assertThat(closed.audited(line -> line.event().name().equals("whereis.searched")))
                .anySatisfy(line -> assertThat(line.event().outcome()).isEqualTo(AuditEvent.Outcome.REFUSED));

        Services services = network.hub().get(Services.class);
        Set<String> without = new HashSet<>(MembershipMethods.FOR_THE_HUB);
        without.remove(WhereisMethods.SERVICE);
        services.set(Optional.of(a.wwwroot()), Optional.empty(), Optional.of(without), "test");
        assertThat(outcome(search("anna"), a)).isEqualTo(SiteAnswer.Outcome.UNSUPPORTED);
        services.set(Optional.of(a.wwwroot()), Optional.empty(), Optional.of(MembershipMethods.FOR_THE_HUB), "test");
        assertThat(outcome(search("anna"), a)).isEqualTo(SiteAnswer.Outcome.ANSWERED);

        Services ofA = a.get(Services.class);
        ofA.set(Optional.of(network.hub().wwwroot()), Optional.of(without), Optional.empty(), "test");
        assertThat(outcome(search("anna"), a)).isIn(SiteAnswer.Outcome.REFUSED, SiteAnswer.Outcome.UNSUPPORTED);
        ofA.set(
                Optional.of(network.hub().wwwroot()),
                Optional.of(MembershipMethods.FOR_THE_HUB),
                Optional.empty(),
                "test");

        TestNetwork.cutOff(b);
        Search search = search("anna_1");
        assertThat(outcome(search, b)).isEqualTo(SiteAnswer.Outcome.UNREACHABLE);
        assertThat(search.silent()).hasSize(2);
        assertThat(search.people()).hasSize(1);
        b.link().weather(Weather.FAIR);
    }

    @Test
    void eachSearchIsInTheAuditOfBothEnds() {
        search("o'neil");
        for (TestSite end : List.of(network.hub(), a)) {
            assertThat(end.audited(line -> line.event().name().startsWith("whereis.")
                            && line.event().details().getOrDefault("text", "").equals("o'neil")))
                    .isNotEmpty()
                    .allSatisfy(line -> assertThat(line.event().actor()).contains(SEARCHER));
        }
    }

    @Test
    void withoutTheRightNobodyIsAskedAndTheAuditHasIt() {
        TestSite hub = network.hub();
        Platform platform = hub.get(Platform.class);
        User manager = user(hub, hub, "mandy", "Mandy", "Manager");
        Whereis whereis = hub.get(Whereis.class);
        assertThat(whereis.admits(manager.id(), manager.username())).isFalse();
        platform.roles().assign(manager.id(), "manager", Scope.site());
        assertThat(whereis.admits(manager.id(), manager.username())).isTrue();
        platform.roles().permit("manager", Whereis.RIGHT, Optional.of(Permission.PROHIBIT));
        assertThat(whereis.admits(manager.id(), manager.username())).isFalse();
        assertThat(hub.audited(line -> line.event().name().equals("whereis.asked")
                        && line.event().outcome() == AuditEvent.Outcome.REFUSED))
                .hasSize(2);
    }

    @Test
    void whoeverHidTheirPlaceIsNotFound() {
        User shy = user(a, a, "shy", "Sheila", "Hidden");
        assertThat(search("sheila").people()).hasSize(1);
        Map<String, String> fields = new HashMap<>(shy.profile().fields());
        fields.put("profile_field_hidelocation", "1");
        a.get(Platform.class).users().update(shy.id(), new Profile(fields));
        assertThat(search("sheila").verdict()).isEqualTo(Search.Verdict.NONE);
        assertThat(anna.remote()).isFalse();
    }
}
