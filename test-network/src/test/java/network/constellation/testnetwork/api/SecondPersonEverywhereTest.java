package network.constellation.testnetwork.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import network.constellation.hub.api.ApiScope;
import network.constellation.hub.api.ApiTokens;
import network.constellation.hub.approvals.Approval;
import network.constellation.hub.approvals.ApprovalNeeded;
import network.constellation.hub.approvals.ApprovalRefused;
import network.constellation.hub.approvals.Approvals;
import network.constellation.hub.approvals.Person;
import network.constellation.hub.registry.Member;
import network.constellation.hub.registry.Registry;
import network.constellation.hub.rotation.Revocation;
import network.constellation.hub.rotation.Revocations;
import network.constellation.hub.rotation.Rotation;
import network.constellation.hub.rotation.RotationScope;
import network.constellation.hub.rotation.Rotations;
import network.constellation.hub.subnets.Members;
import network.constellation.peer.accounts.Accounts;
import network.constellation.peer.accounts.NewAccount;
import network.constellation.peer.jobs.Jobs;
import network.constellation.peer.peers.SiteIdentity;
import network.constellation.peer.platform.Profile;
import network.constellation.peer.web.Visitor;
import network.constellation.testnetwork.TestNetwork;
import network.constellation.testnetwork.TestSite;
import network.constellation.testnetwork.api.Program.Answer;
import org.eclipse.jetty.client.HttpClient;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** At a hub with two administrators nobody removes a member or replaces keys alone: neither by rule nor by program. */
@Tag("P-39")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SecondPersonEverywhereTest {
    private final HttpClient http = Program.client();
    private TestNetwork network;
    private TestSite hub;
    private TestSite a;
    private TestSite b;
    private Approvals approvals;
    private Person claire;
    private Person david;
    private Program program;

    @BeforeAll
    void found(@TempDir Path folder) {
        network = TestNetwork.found(folder);
        hub = network.hub();
        a = network.site("a");
        b = network.site("b");
        List.of(a, b).forEach(site -> network.inviteAndJoin(site, 1));
        network.awaitMesh(2);
        approvals = hub.get(Approvals.class);
        claire = administrator("claire");
        david = administrator("david");
        program = new Program(
                http,
                hub,
                hub.get(ApiTokens.class)
                        .create("console", EnumSet.allOf(ApiScope.class), Duration.ofDays(1), visitor(claire))
                        .secret());
    }

    @AfterAll
    void close() {
        Program.stop(http);
        network.close();
    }

    private static Visitor visitor(Person person) {
        return new Visitor(person.account().orElseThrow(), person.name(), person.name(), null, true, Set.of(), false);
    }

    private Person administrator(String name) {
        Profile profile = Profile.of(name, "Bernard", name + "@example.org");
        return Person.of(hub.get(Accounts.class)
                .create(
                        new NewAccount(name, profile, Optional.of("four words are better"), List.of(Accounts.ADMIN)),
                        TestNetwork.ACTOR));
    }

    private Member.State state(TestSite site) {
        return hub.get(Registry.class).find(site.wwwroot()).orElseThrow().state();
    }

    /** The request that an answer of the interface, or a sentence of the command line, names. */
    private Approval named(String sentence) {
        Approval newest = approvals.list(0, 1).get(0);
        assertThat(sentence).contains("needs a second administrator and waits as request " + newest.number() + ":");
        assertThat(newest.isWaiting()).isTrue();
        return newest;
    }

    @Test
    @Order(1)
    void keysOfTheHubComeIntoUseWhenAnotherAdministratorHasSeenWhich() {
        Rotations rotations = hub.get(Rotations.class);
        int before = hub.get(SiteIdentity.class).current().generation();
        await(rotations.prepare(RotationScope.HUB, "claire"));
        await(rotations.rehearse(rotations.meant(RotationScope.HUB), "claire"));
        Rotation rotation = rotations.meant(RotationScope.HUB);
        int number = catchThrowableOfType(
                        ApprovalNeeded.class, () -> rotations.activate(rotation, Optional.empty(), claire))
                .number();
        Approval asked = approvals.required(number);
        assertThat(asked.preview())
                .startsWith("keys-hub number=" + rotation.number())
                .contains(hub.wwwroot() + " from generation " + before + " to " + (before + 1))
                .contains("good: true");
        assertThatThrownBy(() -> approvals.approve(number, "", claire)).isInstanceOf(ApprovalRefused.class);
        assertThat(hub.get(SiteIdentity.class).current().generation()).isEqualTo(before);
        assertThat(approvals.approve(number, asked.sha256(), david).state()).isEqualTo(Approval.State.DONE);
        TestNetwork.await(() -> hub.get(SiteIdentity.class).current().generation() == before + 1);
        TestNetwork.await(() -> rotations.meant(RotationScope.HUB).phase() == Rotation.Phase.ACTIVATED);
    }

    private void await(UUID job) {
        hub.get(Jobs.class).await(job, TestNetwork.PATIENCE);
    }

    @Test
    @Order(2)
    void aProgramIsToldTheNumberAndRevokesNothing() {
        int before = a.get(SiteIdentity.class).current().generation();
        Answer refused = program.post("/revocations", "{\"peer\":\"" + a.wwwroot() + "\",\"reason\":\"laptop lost\"}");
        assertThat(refused.status()).as(refused.text()).isEqualTo(409);
        assertThat(refused.error()).isEqualTo("approval-needed");
        Approval asked = named(refused.message());
        assertThat(asked.askedBy().account()).isEqualTo(claire.account());
        assertThat(asked.preview()).contains("Member: " + a.wwwroot(), "Generation: " + before, "laptop lost");
        assertThat(hub.get(Revocations.class).list()).isEmpty();
        assertThat(approvals.approve(asked.number(), asked.sha256(), david).state())
                .isEqualTo(Approval.State.DONE);
        TestNetwork.await(() -> hub.get(Revocations.class).list().get(0).state() == Revocation.State.DONE);
        assertThat(a.get(SiteIdentity.class).current().generation()).isEqualTo(before + 1);
    }

    @Test
    @Order(3)
    void aMemberStaysUntilAnotherAdministratorAgreesToItsRemoval() {
        Answer refused = program.post("/peers/remove", "{\"address\":\"" + b.wwwroot() + "\"}");
        assertThat(refused.status()).as(refused.text()).isEqualTo(409);
        Approval asked = named(refused.message());
        assertThat(asked.preview())
                .contains("Member: " + b.wwwroot(), "Sub-networks that it leaves: 1\n", "\n" + a.wwwroot() + "\n");
        Members members = hub.get(Members.class);
        assertThatThrownBy(() -> members.policyNone(b.wwwroot(), "claire")).isInstanceOf(ApprovalNeeded.class);
        assertThat(state(b)).isEqualTo(Member.State.ADMITTED);
        assertThat(approvals.approve(asked.number(), asked.sha256(), david).state())
                .isEqualTo(Approval.State.DONE);
        assertThat(state(b)).isEqualTo(Member.State.REMOVED);
        TestNetwork.await(() -> !a.knows(b));
    }
}
