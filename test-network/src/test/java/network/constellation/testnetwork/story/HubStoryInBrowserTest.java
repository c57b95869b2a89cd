package network.constellation.testnetwork.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import network.constellation.hub.directory.Suspensions;
import network.constellation.hub.registry.Registry;
import network.constellation.hub.subnets.LinkEnd;
import network.constellation.hub.subnets.SubNetworks;
import network.constellation.peer.accounts.Accounts;
import network.constellation.peer.accounts.NewAccount;
import network.constellation.peer.platform.Profile;
import network.constellation.testnetwork.TestNetwork;
import network.constellation.testnetwork.TestSite;
import network.constellation.testnetwork.browser.Browser;
import network.constellation.testnetwork.browser.Browser.View;
import network.constellation.testnetwork.browser.Browser.Visitor;
import network.constellation.testnetwork.link.Weather;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * An administrator of the hub invites a site, joins it to a sub-network, sees a link missing on the map and repairs it,
 * rehearses and runs a rotation, and
 * suspends a site; all by clicking, over nodes that really call each other.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HubStoryInBrowserTest {
    private static final String PASSWORD = "four words are better";

    private final List<String> problems = new ArrayList<>();
    private Browser chromium;
    private TestNetwork network;
    private TestSite hub;
    private TestSite newcomer;
    private TestSite sibling;
    private Visitor ada;
    private Page page;

    @BeforeAll
    void start(@TempDir Path folder) {
        chromium = Browser.open();
        network = TestNetwork.found(folder);
        hub = network.hub();
        newcomer = network.site("newcomer");
        sibling = network.site("sibling");
        administrator(hub, "ada");
        administrator(newcomer, "sara");
        hub.get(SubNetworks.class).create(Optional.of(1), "Schools", TestNetwork.ACTOR);
        network.inviteAndJoin(sibling, 1);
        ada = chromium.visitor(View.DESK);
        page = ada.page();
        Browser.signIn(page, hub.wwwroot(), "ada", PASSWORD);
    }

    private static void administrator(TestSite site, String username) {
        site.get(Accounts.class)
                .create(
                        new NewAccount(
                                username,
                                Profile.of(username, "Martin", username + "@example.org"),
                                Optional.of(PASSWORD),
                                List.of(Accounts.ADMIN)),
                        TestNetwork.ACTOR);
    }

    @AfterAll
    void stop() {
        if (ada != null) {
            ada.close();
        }
        if (network != null) {
            network.close();
        }
        if (chromium != null) {
            chromium.close();
        }
    }

    @Test
    void anAdministratorLeadsANetworkThroughADay() {
        invites();
        joinsItWhileItsSiblingIsAway();
        seesTheBrokenLinkOnTheMap();
        repairsIt();
        rehearsesAndRunsARotation();
        suspends();
        resumes();
        problems.addAll(ada.complaints());
        assertThat(problems).isEmpty();
    }

    private void invites() {
        link("Overview");
        link("Invite a site");
        page.fill("#name", "The new school");
        button("Make the invitation");
        String line = page.locator("#invitation").textContent().strip();
        newcomerJoins(line);
        link("Overview");
        assertThat(main()).contains("Site NEWCOMER");
    }

    /** At the other end: the line is pasted, and the page then says who the hub is. */
    private void newcomerJoins(String line) {
        try (Visitor sara = chromium.visitor(View.DESK)) {
            Page there = sara.page();
            Browser.signIn(there, newcomer.wwwroot(), "sara", PASSWORD);
            there.navigate(newcomer.wwwroot().with("/admin/myhub"));
            there.fill("#f-invitation", line);
            there.locator("main form button.primary").click();
            TestNetwork.await(() -> {
                there.navigate(newcomer.wwwroot().with("/admin/myhub"));
                return there.locator("main").innerText().contains("Connected");
            });
            assertThat(there.locator("main").innerText()).contains("Fingerprint", "Network of hub");
            sara.look("story-my-hub", problems);
            problems.addAll(sara.complaints());
        }
        TestNetwork.await(() -> hub.get(Registry.class).find(newcomer.wwwroot()).isPresent());
    }

    private void joinsItWhileItsSiblingIsAway() {
        TestNetwork.cutOff(sibling);
        link("Site NEWCOMER");
        assertThat(main()).contains("In no sub-network");
        page.selectOption("#filter-number", "1");
        button("Join it");
        assertThat(main()).contains("joins sub-network 1", "Sub-network 1 · Schools");
    }

    private void seesTheBrokenLinkOnTheMap() {
        TestNetwork.await(() -> hub.get(SubNetworks.class).links().stream().anyMatch(end -> end.lastError() != null));
        link("Overview");
        Locator broken = page.locator(".map a.map-broken");
        assertThat(broken.count()).isEqualTo(1);
        assertThat(broken.getAttribute("aria-label")).contains("Site NEWCOMER", "Site SIBLING", "missing");
        assertThat(main()).contains("1 link is missing", "1 site could not be reached");
        ada.look("story-hub-broken", problems);
        broken.focus();
        page.keyboard().press("Enter");
        page.waitForURL("**tab=links");
        assertThat(main()).contains("Missing");
        ada.look("story-hub-broken-site", problems);
    }

    private void repairsIt() {
        sibling.link().weather(Weather.FAIR);
        link("Overview");
        TestNetwork.await(() -> {
            Locator repair = named(AriaRole.BUTTON, "Try the missing links now");
            if (repair.count() > 0) {
                repair.click();
            }
            link("Overview");
            return hub.get(SubNetworks.class).links().stream().allMatch(end -> end.state() == LinkEnd.State.LINKED);
        });
        link("Overview");
        assertThat(page.locator(".map a.map-broken").count()).isZero();
        assertThat(page.locator(".map path.map-linked").count()).isEqualTo(1);
        assertThat(newcomer.knows(sibling)).isTrue();
        assertThat(sibling.knows(newcomer)).isTrue();
        ada.look("story-hub-whole", problems);
    }

    private void rehearsesAndRunsARotation() {
        link("Key rotation");
        page.selectOption("#scope", "subnetwork 1");
        button("Prepare the next keys");
        awaitPhase("Prepared");
        button("Rehearse");
        awaitPhase("Rehearsed");
        ada.look("story-hub-rehearsed", problems);
        button("Put into use");
        awaitPhase("In use, old keys in overlap");
        button("End the overlap");
        awaitPhase("Done");
        ada.look("story-hub-rotated", problems);
    }

    /** The page itself asks for news; a look at it anew says the same. */
    private void awaitPhase(String word) {
        TestNetwork.await(() -> {
            page.navigate(hub.wwwroot().with("/hub/rotation"));
            return page.locator("#rotation .badge").first().innerText().contains(word);
        });
    }

    private void suspends() {
        link("Overview");
        page.locator(".map-list").getByText("Site SIBLING").click();
        link("Suspend");
        assertThat(main()).contains("Suspend Site SIBLING?", "1 site of the network refuses it within three minutes");
        page.fill("#reason", "Its key was seen elsewhere");
        ada.look("story-hub-suspend", problems);
        button("Suspend");
        assertThat(main()).contains("Suspended since", "Its key was seen elsewhere");
        assertThat(hub.get(Suspensions.class).find(sibling.wwwroot())).isPresent();
        link("Overview");
        assertThat(main()).contains("1 site is suspended or disabled");
        ada.look("story-hub-suspended", problems);
    }

    private void resumes() {
        page.locator(".map-list").getByText("Site SIBLING").click();
        button("Resume");
        assertThat(main()).contains("takes part again").doesNotContain("Suspended since");
        assertThat(hub.get(Suspensions.class).find(sibling.wwwroot())).isEmpty();
        link("History");
        assertThat(main()).contains("member.suspended", "member.resumed", "ada");
    }

    private String main() {
        return page.locator("body").innerText();
    }

    private void link(String name) {
        named(AriaRole.LINK, name).click();
    }

    private void button(String name) {
        named(AriaRole.BUTTON, name).click();
    }

    private Locator named(AriaRole role, String name) {
        return page.getByRole(role, new Page.GetByRoleOptions().setName(name).setExact(true))
                .first();
    }
}
