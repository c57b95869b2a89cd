package network.constellation.peer.platform;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import java.util.Optional;
import network.constellation.peer.tenant.Tenant;
import network.constellation.peer.web.view.SiteColours;
import network.constellation.peer.web.view.SiteLook;

/** Name, colour and maintenance of the site, as its platform's settings say. */
@Singleton
final class PlatformLook implements SiteLook {
    private final Tenant tenant;
    private final PlatformSettings settings;

    @Inject
    PlatformLook(Tenant tenant, Platform platform) {
        this.tenant = tenant;
        this.settings = platform.settings();
    }

    @Override
    public String name() {
        return settings.get(PlatformSettings.CORE, PlatformSettings.SITE_NAME)
                .filter(name -> !name.isBlank())
                .orElse(tenant.name());
    }

    @Override
    public String colour() {
        return settings.get(PlatformSettings.CORE, PlatformSettings.SITE_COLOUR)
                .filter(SiteColours::isColour)
                .orElse(SiteColours.DEFAULT);
    }

    @Override
    public Optional<String> maintenance() {
        return settings.get(PlatformSettings.CORE, PlatformSettings.MAINTENANCE)
                .filter("1"::equals)
                .map(on -> settings.get(PlatformSettings.CORE, PlatformSettings.MAINTENANCE_MESSAGE)
                        .orElse(""));
    }
}
