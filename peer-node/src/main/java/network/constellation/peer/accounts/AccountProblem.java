package network.constellation.peer.accounts;

import network.constellation.peer.web.text.Message;
import network.constellation.peer.web.text.Texts;

/** What was asked cannot be done; nothing was changed. Says which field of a form is meant, and one sentence. */
public final class AccountProblem extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String field;
    private final transient Message sentence;

    AccountProblem(String field, Message sentence) {
        super(new Texts().english(sentence));
        this.field = field;
        this.sentence = sentence;
    }

    static AccountProblem of(String field, String key, Object... arguments) {
        return new AccountProblem(field, Message.of(AccountProblem.class, key, arguments));
    }

    /** Empty for the whole form. */
    public String field() {
        return field;
    }

    public Message sentence() {
        return sentence;
    }
}
