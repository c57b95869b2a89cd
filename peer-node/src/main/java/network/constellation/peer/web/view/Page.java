package network.constellation.peer.web.view;

import gg.jte.Content;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import network.constellation.peer.web.PageView;
import network.constellation.peer.web.Visitor;
import network.constellation.peer.web.text.Formats;
import network.constellation.peer.web.text.Message;
import network.constellation.peer.web.text.Texts;
import org.jspecify.annotations.Nullable;

/** What every template gets as {@code p}: words, links, formats, components. Made for one rendering. */
public final class Page {
    private final Setting setting;
    private final Texts.Text words;
    private final Formats formats;
    private final Ui ui;

    /**
     * The request as a template may know it.
     *
     * @param base the tenant's base path, empty or beginning with a slash
     * @param path the present page, relative to {@code base}
     * @param above the pages above the present one
     * @param theme {@code auto}, {@code light} or {@code dark}
     * @param formToken the CSRF token of this browser
     */
    public record Setting(
            Texts texts,
            Templates templates,
            Assets assets,
            SiteLook look,
            FrameStyle frame,
            List<NavItem> navigation,
            Formats formats,
            Instant now,
            String base,
            String path,
            List<String> above,
            String query,
            String theme,
            String formToken,
            Optional<Visitor> visitor,
            Optional<Message> notice,
            State noticeState) {}

    public Page(Setting setting, Class<?> room) {
        this.setting = setting;
        this.formats = setting.formats();
        this.words = setting.texts().in(formats.locale(), room);
        this.ui = new Ui(this, setting.templates());
    }

    /** The same request with the words of another room. */
    public Page in(Class<?> room) {
        return new Page(setting, room);
    }

    /** Another room's view within this page, in its own words. */
    public Content include(PageView view) {
        Map<String, Object> parameters = new HashMap<>(view.parameters());
        parameters.put("p", in(view.room()));
        return setting.templates().content(view.room(), view.template(), parameters);
    }

    /** A sentence of the room, or of the words that all rooms share. */
    public String t(String key, Object... arguments) {
        return words.say(key, arguments);
    }

    /** A sentence about {@code count} things ({@code .one}, {@code .other}). */
    public String n(String key, long count, Object... more) {
        return words.count(key, count, more);
    }

    public String text(Message message) {
        return setting.texts().say(formats.locale(), message);
    }

    /** A link to a page of this site. */
    public String url(String path) {
        return setting.base() + path;
    }

    /** A link to a file of the design system, with the hash of its content. */
    public String asset(String name) {
        return setting.base() + setting.assets().path(name);
    }

    /** The stylesheet with the site's own colour. */
    public String colours() {
        return setting.base() + SiteColours.path(setting.look().colour());
    }

    /** Hidden field that every form of method POST needs. */
    public Content csrf() {
        return output -> {
            output.writeContent("<input type=\"hidden\" name=\"csrf\" value=\"");
            output.writeContent(setting.formToken());
            output.writeContent("\">");
        };
    }

    public Ui ui() {
        return ui;
    }

    public String number(Number number) {
        return formats.number(number);
    }

    public String date(Instant instant) {
        return formats.date(instant);
    }

    public String dateTime(Instant instant) {
        return formats.dateTime(instant);
    }

    /** "3 minutes ago", with the exact time for whoever points at it. */
    public Content ago(@Nullable Instant instant) {
        if (instant == null) {
            return output -> output.writeContent("–");
        }
        Formats.Rough rough = Formats.rough(Duration.between(instant, setting.now()));
        String length = n(rough.key(), rough.count());
        String said = t(instant.isAfter(setting.now()) ? "time.in" : "time.ago", length);
        return setting.templates()
                .content(Page.class, "web/ui/time.jte", Map.of("p", this, "instant", instant, "said", said));
    }

    /** "3 minutes" */
    public String duration(Duration duration) {
        Formats.Rough rough = Formats.rough(duration);
        return n(rough.key(), rough.count());
    }

    public Instant now() {
        return setting.now();
    }

    public Locale locale() {
        return formats.locale();
    }

    public String language() {
        return formats.locale().getLanguage();
    }

    public String theme() {
        return setting.theme();
    }

    public Optional<Visitor> visitor() {
        return setting.visitor();
    }

    public boolean signedIn() {
        return setting.visitor().isPresent();
    }

    public String siteName() {
        return setting.look().name();
    }

    public boolean console() {
        return setting.frame() == FrameStyle.CONSOLE;
    }

    /** The present page with its query: where a change of language returns to. */
    public String here() {
        return setting.path() + (setting.query().isEmpty() ? "" : "?" + setting.query());
    }

    public State noticeState() {
        return setting.noticeState();
    }

    public Optional<Message> notice() {
        return setting.notice();
    }

    /** The places this visitor may go to. */
    public List<NavItem> navigation(NavItem.Group group) {
        Visitor visitor = setting.visitor().orElse(null);
        return setting.navigation().stream()
                .filter(item -> item.group() == group && item.access().admits(visitor))
                .toList();
    }

    /** True for the place that the present page belongs to: its own, else the longest path that leads here. */
    public boolean isHere(NavItem item) {
        Optional<String> here = setting.navigation().stream()
                .map(NavItem::path)
                .filter(place -> leadsHere(place))
                .max(Comparator.comparing((String place) -> place.equals(setting.path()))
                        .thenComparing(String::length));
        return here.filter(item.path()::equals).isPresent();
    }

    /** The place that the present page belongs to, if this visitor may go there. */
    public Optional<NavItem> place() {
        return Stream.of(NavItem.Group.values())
                .flatMap(group -> navigation(group).stream())
                .filter(this::isHere)
                .findFirst();
    }

    private boolean leadsHere(String place) {
        return leads(place, setting.path()) || setting.above().stream().anyMatch(page -> leads(place, page));
    }

    private static boolean leads(String place, String path) {
        return path.equals(place) || !place.equals("/") && path.startsWith(place + "/");
    }
}
