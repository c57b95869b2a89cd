package network.constellation.protocol.directory.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import network.constellation.keys.address.Wwwroot;
import network.constellation.protocol.method.membership.MembershipMethods;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class LinkServicesTest {
    private static final ServiceMatrix ONE_WAY =
            new ServiceMatrix(Set.of("publishflow", "sso_sp"), Set.of("mnet_enrol", "sso_idp"));

    private static LinkParty party(String host, long order, ServiceStrategy strategy) {
        return new LinkParty(Wwwroot.of("http://" + host + ".localhost"), order, strategy, true);
    }

    private final LinkParty old = party("a", 1, ServiceStrategy.SUBNETWORK);
    private final LinkParty young = party("b", 2, ServiceStrategy.SUBNETWORK);

    @Test
    @Tag("NA-6")
    void eachEndHoldsTheMirrorOfTheOther() {
        assertThat(LinkServices.between(young, old, List.of(ONE_WAY))).isEqualTo(ONE_WAY);
        assertThat(LinkServices.between(old, young, List.of(ONE_WAY))).isEqualTo(ONE_WAY.mirrored());
        assertThat(LinkServices.atHub(young, ONE_WAY))
                .isEqualTo(LinkServices.atMember(young, ONE_WAY).mirrored());
    }

    @Test
    void twoOfTheSameOrderStillAgree() {
        LinkParty twin = party("c", 2, ServiceStrategy.SUBNETWORK);
        assertThat(LinkServices.between(young, twin, List.of(ONE_WAY)).mirrored())
                .isEqualTo(LinkServices.between(twin, young, List.of(ONE_WAY)));
    }

    @Test
    @Tag("NA-7")
    void theDefaultStrategyOfTheNewerOpensSingleSignOnOnly() {
        LinkParty careful = party("c", 3, ServiceStrategy.DEFAULT);
        assertThat(LinkServices.between(old, careful, List.of(ONE_WAY))).isEqualTo(ServiceMatrix.SINGLE_SIGN_ON);
        assertThat(LinkServices.between(careful, old, List.of(ONE_WAY))).isEqualTo(ServiceMatrix.SINGLE_SIGN_ON);
    }

    @Test
    void whatOneOfSeveralSharedSubNetworksGivesIsOpen() {
        ServiceMatrix union = LinkServices.between(
                young, old, List.of(ServiceMatrix.SINGLE_SIGN_ON, ServiceMatrix.bothWays(Set.of("mnet_enrol"))));
        assertThat(union).isEqualTo(ServiceMatrix.bothWays(Set.of("sso_idp", "sso_sp", "mnet_enrol")));
        assertThat(LinkServices.between(young, old, List.of())).isEqualTo(ServiceMatrix.NONE);
    }

    @Test
    @Tag("NA-2")
    void theHubsLinkIsAlwaysCompleted() {
        LinkParty original = new LinkParty(Wwwroot.of("http://v.localhost"), 1, ServiceStrategy.SUBNETWORK, false);
        assertThat(LinkServices.atMember(original, ServiceMatrix.NONE))
                .isEqualTo(new ServiceMatrix(Set.of("mnetadmin", "sso_sp"), Set.of("sso_idp")));
        assertThat(LinkServices.atMember(young, ServiceMatrix.NONE))
                .isEqualTo(new ServiceMatrix(MembershipMethods.FOR_THE_HUB, Set.of("sso_idp")));
    }

    @Test
    void whatIsNoNameIsRefused() {
        assertThatThrownBy(() -> ServiceMatrix.NONE.with("a b", true, false))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
