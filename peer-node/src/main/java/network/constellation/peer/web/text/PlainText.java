package network.constellation.peer.web.text;

/** Words of strangers as plain text of ours: without markup, without control characters, of bounded length. */
public final class PlainText {
    private PlainText() {}

    /** No control characters but line ends and tabs; cut at {@code mostCharacters}. */
    public static String clean(String text, int mostCharacters) {
        StringBuilder kept = new StringBuilder(Math.min(text.length(), mostCharacters));
        text.strip()
                .codePoints()
                .filter(code -> code == '\n' || code == '\t' || !Character.isISOControl(code))
                .takeWhile(code -> kept.length() + Character.charCount(code) <= mostCharacters)
                .forEach(kept::appendCodePoint);
        return kept.toString();
    }

    /** The words of a text that its author wrote in HTML; still to be escaped wherever shown. */
    public static String ofHtml(String html, int mostCharacters) {
        String words = html.replaceAll("(?s)<(script|style)\\b.*?</\\1>", " ")
                .replaceAll("(?i)</p>|<br\\s*/?>|</li>", "\n")
                .replaceAll("<[^>]*>", " ")
                .replace("&nbsp;", " ")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&amp;", "&")
                .replaceAll("[ \\t]+", " ");
        return clean(words, mostCharacters);
    }
}
