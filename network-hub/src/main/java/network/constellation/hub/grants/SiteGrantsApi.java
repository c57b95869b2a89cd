package network.constellation.hub.grants;

import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import network.constellation.hub.api.ApiException;
import network.constellation.hub.api.ApiRoom;
import network.constellation.hub.api.ApiScope;
import network.constellation.hub.api.ApiText;
import network.constellation.hub.api.Operations;
import network.constellation.keys.address.Wwwroot;
import network.constellation.protocol.method.administration.HeldGrant;
import org.jspecify.annotations.Nullable;

/** What a site lets this hub order, for programs. */
final class SiteGrantsApi implements ApiRoom {
    private final SiteGrants grants;

    @Inject
    SiteGrantsApi(SiteGrants grants) {
        this.grants = grants;
    }

    record GrantsAsked(@ApiText("The site.") Wwwroot address) {}

    record GrantShown(
            @ApiText("Such as config-set.") String operation,

            @ApiText("Patterns that bound it; empty for all.")
            String only,

            @ApiText("Longest answer or order in bytes; 0 for any.")
            long maxBytes,

            @ApiText("Whether it allows planning and comparing only.")
            boolean readOnly,

            Instant since,
            @ApiText("When it ends by itself.") @Nullable Instant until) {}

    record GrantsShown(
            Wwwroot address,
            @ApiText("When the site said so.") Instant heard,

            @ApiText("Why it could not be asked now; empty where it could.")
            String problem,

            List<GrantShown> grants) {}

    @Override
    public void operations(Operations operations) {
        operations
                .group("sites")
                .get(
                        "listGrants",
                        "/peers/grants",
                        ApiScope.NETWORK_READ,
                        "Ask a site what it lets the hub order.",
                        GrantsAsked.class,
                        GrantsShown.class,
                        (asked, call) -> shown(asked.address()));
    }

    private GrantsShown shown(Wwwroot site) {
        SiteGrants.Asked asked = grants.ask(site);
        ToldGrants told = asked.told().orElseThrow(() -> ApiException.notFound(asked.problem()));
        return new GrantsShown(
                site,
                told.heard(),
                asked.problem(),
                grants.open(told).stream().map(SiteGrantsApi::shown).toList());
    }

    private static GrantShown shown(HeldGrant grant) {
        return new GrantShown(
                grant.operation(),
                grant.only(),
                grant.maxBytes(),
                grant.readOnly(),
                grant.since(),
                grant.until().orElse(null));
    }
}
