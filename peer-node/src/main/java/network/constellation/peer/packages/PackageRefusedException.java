package network.constellation.peer.packages;

import java.util.ArrayList;
import java.util.List;
import network.constellation.peer.web.text.Message;
import network.constellation.peer.web.text.Texts;

/**
 * A package that is not taken, with one reason; nothing of it stays. {@link #getMessage} is the sentence in English, {@link
 * #sentence} the same for a reader's language.
 */
public final class PackageRefusedException extends Exception {
    private static final long serialVersionUID = 1L;
    private static final int LONGEST_NAME = 200;

    private final Refusal refusal;
    private final String member;
    private final transient Message sentence;

    /**
     * @param member the member of the archive that is to blame, or the path of a file in the course; empty for the whole
     * @param more what else the sentence tells
     */
    PackageRefusedException(Refusal refusal, String member, Object... more) {
        this(refusal, shown(member), message(refusal, shown(member), more));
    }

    private PackageRefusedException(Refusal refusal, String member, Message sentence) {
        super(new Texts().english(sentence), null, false, false);
        this.refusal = refusal;
        this.member = member;
        this.sentence = sentence;
    }

    private static Message message(Refusal refusal, String member, Object... more) {
        List<Object> arguments = new ArrayList<>();
        arguments.add(member);
        arguments.addAll(List.of(more));
        return Message.of(PackageRefusedException.class, "refused." + refusal.code(), arguments.toArray());
    }

    /** A name of a stranger's choosing, fit for one line of a terminal or a page. */
    static String shown(String name) {
        String visible = name.replaceAll("[\\p{Cntrl}\\p{Cf}\\u2028\\u2029]", "\uFFFD");
        return visible.length() <= LONGEST_NAME ? visible : visible.substring(0, LONGEST_NAME) + "…";
    }

    public Refusal refusal() {
        return refusal;
    }

    /** {@code name-traversal} and the like. */
    public String code() {
        return refusal.code();
    }

    /** Which member, or which file of the course; empty for the package as a whole. */
    public String member() {
        return member;
    }

    public Message sentence() {
        return sentence;
    }
}
