package network.constellation.peer.dispatch;

import network.constellation.protocol.call.Fault;

/** The faults that the runner itself raises (mnet-wire.md 9.2); one factory each, so that codes stand in one place. */
final class Faults {
    private static final String NO_SUCH = "Unable to locate function, or function prohibited for RPC.";
    private static final String NOT_VERIFIED =
            "The signature verification failed. It appears that this payload was not signed by you.";
    private static final int LONGEST_ECHO = 255;

    private Faults() {}

    /** 17: the arguments are of a wrong number or type. */
    static Fault wrongArguments(String detail) {
        return new Fault(17, "Internal server error", "wrong-arguments: " + detail);
    }

    static Fault notPublished() {
        return new Fault(707, NO_SUCH, "not-published");
    }

    static Fault badSignature(String reason) {
        return new Fault(710, NOT_VERIFIED, reason);
    }

    static Fault unsigned() {
        return new Fault(711, "The signature verification failed. An error has occurred.", "unsigned");
    }

    static Fault internal() {
        return new Fault(712, "An internal error prevented your request being fulfilled.", "internal-error");
    }

    /** 713: no usable method name, also where the document itself cannot be read. */
    static Fault badName(String reason) {
        return new Fault(713, NO_SUCH, reason);
    }

    static Fault overBudget(String reason) {
        return new Fault(7000, "Unknown error occurred during negotiation.", reason);
    }

    static Fault unknownMethod(String reason) {
        return new Fault(7012, NO_SUCH, reason);
    }

    static Fault unknownSystemMethod(boolean reserved) {
        return new Fault(reserved ? 7019 : 7018, NO_SUCH, "unknown-method");
    }

    /** 7020: no peer of this name is served. @param claimed the name as sent */
    static Fault unknownPeer(String claimed, String reason) {
        String echo = claimed.isEmpty() ? "error" : claimed.substring(0, Math.min(claimed.length(), LONGEST_ECHO));
        return new Fault(7020, echo + "/wrong-wwwroot", reason);
    }

    static Fault forbiddenTransport(String reason) {
        return new Fault(7021, "The transport method you are trying to use is not permitted.", reason);
    }

    /** 7023: always the same bytes, whatever was wrong (protocol-security.md 2). */
    static Fault cannotOpen(String reason) {
        return new Fault(7023, "mnet/encryption-invalid", reason);
    }

    /** 7025: the caller used an archived key; the text is the certificate to use. */
    static Fault useNewKey(String certificatePem) {
        return new Fault(7025, certificatePem, "archived-key");
    }

    /** The fault of an envelope refusal, by its code. */
    static Fault of(int code, String reason) {
        return switch (code) {
            case 710 -> badSignature(reason);
            case 711 -> unsigned();
            case 7021 -> forbiddenTransport(reason);
            case 7032 -> new Fault(7032, "The message is too old, or from the future.", reason);
            default -> cannotOpen(reason);
        };
    }
}
