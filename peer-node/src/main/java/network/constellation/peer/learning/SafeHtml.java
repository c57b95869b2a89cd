package network.constellation.peer.learning;

import gg.jte.Content;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.safety.Cleaner;
import org.jsoup.safety.Safelist;

/**
 * HTML of strangers, cleaned by an allow-list (section 4.4.13): no scripts, styles, forms, frames; pictures and sounds only
 * from the course itself; headings below ours. What was a frame or a picture from elsewhere becomes a link.
 */
public final class SafeHtml {
    private static final int MOST = 1_000_000;
    private static final String FILES = "/course/file/";

    private final String base;
    private final String site;

    /**
     * @param site address of this site
     * @param base its path, empty or with a slash before
     */
    public SafeHtml(String site, String base) {
        this.site = site;
        this.base = base;
    }

    /** For a template, which writes it as it is. */
    public Content content(String html) {
        String clean = clean(html);
        return output -> output.writeContent(clean);
    }

    /** The same as text; a text of more than a million characters is cut. */
    public String clean(String html) {
        if (html.isBlank()) {
            return "";
        }
        Document written = Jsoup.parseBodyFragment(html.length() > MOST ? html.substring(0, MOST) : html, site + "/");
        for (Element frame : written.select("iframe[src], embed[src], object[data]")) {
            frame.replaceWith(link(frame.absUrl(frame.hasAttr("src") ? "src" : "data")));
        }
        Document clean = new Cleaner(allowed()).clean(written);
        clean.outputSettings().prettyPrint(false);
        for (Element picture : clean.select("img")) {
            if (!ofTheCourse(picture.attr("src"))) {
                Element link = link(picture.absUrl("src"));
                if (!picture.attr("alt").isBlank()) {
                    link.text(picture.attr("alt"));
                }
                picture.replaceWith(link);
            } else if (!picture.hasAttr("alt")) {
                picture.attr("alt", "");
            }
        }
        clean.select("audio[src], video[src], source[src]").forEach(media -> {
            if (!ofTheCourse(media.attr("src"))) {
                media.removeAttr("src");
            }
        });
        clean.select("audio, video")
                .forEach(media -> media.attr("controls", true).attr("preload", "metadata"));
        for (int level = 6; level >= 1; level--) {
            String lower = "h" + Math.min(6, level + 2);
            clean.select("h" + level).forEach(heading -> heading.tagName(lower));
        }
        return clean.body().html();
    }

    private boolean ofTheCourse(String address) {
        return address.startsWith(base + FILES);
    }

    private Element link(String address) {
        Element link = new Element("a").text(address);
        return address.startsWith("https://") || address.startsWith("http://") ? link.attr("href", address) : link;
    }

    private static Safelist allowed() {
        return Safelist.relaxed()
                .addTags("hr", "figure", "figcaption", "details", "summary", "mark", "abbr", "kbd", "samp", "var", "s")
                .addTags("del", "ins", "audio", "video", "source", "section", "article", "time")
                .addAttributes("audio", "src")
                .addAttributes("video", "src", "width", "height")
                .addAttributes("source", "src", "type")
                .addAttributes("abbr", "title")
                .addAttributes(":all", "dir", "lang")
                .addProtocols("audio", "src", "http", "https")
                .addProtocols("video", "src", "http", "https")
                .addProtocols("source", "src", "http", "https")
                .removeProtocols("a", "href", "ftp")
                .addEnforcedAttribute("a", "rel", "noopener noreferrer nofollow")
                .preserveRelativeLinks(true);
    }
}
