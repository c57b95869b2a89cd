package network.constellation.peer.door;

/** The page of a request that no site could answer; the room of pages binds it, without it there is one sentence. */
public interface ProblemPage {
    /**
     * @param acceptLanguage as the browser sent it, or empty
     * @param reference under which the log has the detail
     */
    Rendered render(int status, String acceptLanguage, String reference);

    /** @param policy the page's Content-Security-Policy */
    record Rendered(String html, String policy) {}
}
