package network.constellation.peer.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.junit.jupiter.api.Test;

class RoutesTest {
    private static WebResponse any(WebRequest request) {
        return WebResponse.text("");
    }

    @Test
    void literalSegmentsWinOverVariables() {
        Pages pages = routes -> routes.get("/users/{id}", Access.user(), RoutesTest::any)
                .get("/users/new", Access.user(), RoutesTest::any)
                .get("/a/{x}/b/{y}", Access.user(), RoutesTest::any);
        Router router = new Router(Set.of(pages));
        assertThat(router.find("GET", "/users/new").orElseThrow().route().pattern())
                .isEqualTo("/users/new");
        assertThat(router.find("GET", "/users/7").orElseThrow().variables()).containsEntry("id", "7");
        assertThat(router.find("HEAD", "/a/1/b/2").orElseThrow().variables()).containsEntry("y", "2");
        assertThat(router.find("POST", "/users/7")).isEmpty();
        assertThat(router.find("GET", "/users/")).isEmpty();
        assertThat(router.find("GET", "/users/7/8")).isEmpty();
    }

    @Test
    void twoRoomsCannotAnswerTheSame() {
        Pages one = routes -> routes.get("/x", Access.user(), RoutesTest::any);
        Pages other = routes -> routes.get("/x", Access.anonymous(), RoutesTest::any);
        assertThatThrownBy(() -> new Router(Set.of(one, other))).hasMessageContaining("Two rooms answer GET /x");
    }

    @Test
    void accessIsByRoleAndNothingIsOpenByItself() {
        Visitor teacher = new Visitor(1, "t", "T", null, false, Set.of("teacher"), false);
        Visitor administrator = new Visitor(2, "a", "A", null, true, Set.of(), false);
        assertThat(Access.anonymous().admits(null)).isTrue();
        assertThat(Access.user().admits(null)).isFalse();
        assertThat(Access.user().admits(teacher)).isTrue();
        assertThat(Access.admin("manager").admits(teacher)).isFalse();
        assertThat(Access.admin("teacher").admits(teacher)).isTrue();
        assertThat(Access.siteAdministrator().admits(teacher)).isFalse();
        assertThat(Access.siteAdministrator().admits(administrator)).isTrue();
        assertThat(Access.admin("manager").admits(administrator)).isTrue();
    }
}
