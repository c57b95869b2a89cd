package network.constellation.hub.originals;

import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import network.constellation.hub.api.ApiException;
import network.constellation.hub.api.ApiRoom;
import network.constellation.hub.api.ApiScope;
import network.constellation.hub.api.ApiText;
import network.constellation.hub.api.NoInput;
import network.constellation.hub.api.Operations;
import network.constellation.hub.approvals.Person;
import network.constellation.keys.address.Wwwroot;
import org.jspecify.annotations.Nullable;

/** Sites of the originals that this hub leads, for programs. */
final class LedSitesApi implements ApiRoom {
    private final LedSites sites;

    @Inject
    LedSitesApi(LedSites sites) {
        this.sites = sites;
    }

    record LedSiteShown(
            Wwwroot address,
            String name,
            @ApiText("Below which its functions lie.") String root,
            Set<String> services,
            @Nullable Integer subnetwork,
            Instant added,

            @ApiText("When it first answered as led.") @Nullable
            Instant led,

            @ApiText("What is in the way, its code in front; empty when nothing is.")
            String note) {}

    record LedSitesShown(List<LedSiteShown> sites) {}

    record SiteToLead(
            @ApiText("The site.") Wwwroot address,
            @ApiText("Its name, for people.") @Nullable String name,

            @ApiText("The sub-network that it joins.") @Nullable
            Integer subnetwork,

            @ApiText("SHA-256 of its certificate; verified TLS vouches for the key, if not given.") @Nullable
            String fingerprint,

            @ApiText("Whether it awaits this hub's key boot.")
            boolean boot,

            @ApiText("Services that it has beside single sign-on.")
            List<String> services) {}

    record SiteToLeadNoMore(@ApiText("The site.") Wwwroot address) {}

    record LeadWork(
            @ApiText("The durable job that does it.") UUID job) {}

    @Override
    public void operations(Operations operations) {
        operations
                .group("sites")
                .get(
                        "listLedSites",
                        "/led-sites",
                        ApiScope.NETWORK_READ,
                        "List the sites of VMoodle that this hub leads.",
                        NoInput.class,
                        LedSitesShown.class,
                        (none, call) -> new LedSitesShown(
                                sites.list().stream().map(LedSitesApi::shown).toList()))
                .post(
                        "leadSite",
                        "/led-sites",
                        ApiScope.NETWORK_WRITE,
                        "Lead a Moodle site with VMoodle: keys, bindings, its sub-network.",
                        SiteToLead.class,
                        LeadWork.class,
                        (asked, call) -> new LeadWork(lead(asked, call.actor())))
                .post(
                        "leadSiteNoMore",
                        "/led-sites/remove",
                        ApiScope.NETWORK_WRITE,
                        "Lead a site no more: its membership ends, its links are unbound.",
                        SiteToLeadNoMore.class,
                        LeadWork.class,
                        (asked, call) ->
                                new LeadWork(remove(asked.address(), new Person(call.account(), call.actor()))));
    }

    private UUID lead(SiteToLead asked, String actor) {
        try {
            return sites.lead(
                    new LedSites.Wish(
                            asked.address(),
                            asked.name() == null ? "" : asked.name(),
                            Optional.ofNullable(asked.subnetwork()),
                            Optional.ofNullable(asked.fingerprint()),
                            asked.boot(),
                            new TreeSet<>(asked.services())),
                    actor);
        } catch (IllegalArgumentException wrong) {
            throw ApiException.badInput(String.valueOf(wrong.getMessage()));
        }
    }

    private UUID remove(Wwwroot site, Person by) {
        try {
            return sites.remove(site, by);
        } catch (IllegalArgumentException wrong) {
            throw ApiException.badInput(String.valueOf(wrong.getMessage()));
        }
    }

    private static LedSiteShown shown(LedSite site) {
        return new LedSiteShown(
                site.wwwroot(),
                site.name(),
                site.root(),
                site.services(),
                site.subnetwork().orElse(null),
                site.addedAt(),
                site.ledSince().orElse(null),
                site.note());
    }
}
