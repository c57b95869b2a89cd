package network.constellation.keys.fingerprint;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import network.constellation.keys.address.Wwwroot;
import network.constellation.keys.certificate.SiteCertificate;
import network.constellation.keys.identity.ModernKeys;
import network.constellation.keys.identity.PublicIdentity;
import network.constellation.keys.provider.Digests;
import network.constellation.keys.provider.FieldWriter;
import network.constellation.keys.suite.Suite;

/**
 * One value that stands for all keys of a site (protocol-security.md 3, first contact).
 *
 * <p>For a site with modern keys it is SHA-256 over wwwroot, RSA key, Ed25519 key, network and suites. A site that has
 * only a certificate cannot compute that, so for it the fingerprint is the certificate's own, which its administrator
 * can read off with any tool.
 */
public final class Fingerprint {
    private static final String FORM = "constellation:fingerprint:1";
    private static final int HEX_GROUP = 4;
    private static final int GROUP_BYTES = 5;
    private static final int SPOKEN_GROUPS = 6;
    private static final BigInteger SPOKEN_MODULUS = BigInteger.TEN.pow(10);

    private final byte[] sha256;

    private Fingerprint(byte[] sha256) {
        this.sha256 = sha256;
    }

    /** Of a site outside any network. */
    public static Fingerprint of(PublicIdentity identity) {
        return of(identity, "");
    }

    /**
     * Of a site as a member of a network.
     *
     * @param network the network's name in its directory, empty for none
     */
    public static Fingerprint of(PublicIdentity identity, String network) {
        if (identity.modern().isEmpty()) {
            return of(identity.certificate());
        }
        ModernKeys modern = identity.modern().get();
        Wwwroot wwwroot = identity.wwwroot();
        return new Fingerprint(Digests.sha256(new FieldWriter(FORM)
                .add(wwwroot.value())
                .add(identity.certificate().publicKey().sha256())
                .add(modern.ed25519().raw())
                .add(network)
                .add(identity.suites().stream().sorted().map(Suite::label).collect(Collectors.joining(",")))
                .bytes()));
    }

    /** Of a certificate alone, as {@code openssl x509 -fingerprint -sha256} shows it. */
    public static Fingerprint of(SiteCertificate certificate) {
        return new Fingerprint(certificate.sha256());
    }

    public byte[] bytes() {
        return sha256.clone();
    }

    /** 64 hexadecimal digits in one piece: for files and command lines. */
    public String hex() {
        return HexFormat.of().formatHex(sha256);
    }

    /** 64 hexadecimal digits in sixteen groups of four: for the eye. */
    public String grouped() {
        String hex = hex().toUpperCase(Locale.ROOT);
        StringJoiner groups = new StringJoiner(" ");
        for (int at = 0; at < hex.length(); at += HEX_GROUP) {
            groups.add(hex.substring(at, at + HEX_GROUP));
        }
        return groups.toString();
    }

    /**
     * Twelve groups of five decimal digits, the same in every language: for the telephone. They stand for 199 bits of
     * the fingerprint, more than anyone can search through.
     */
    public String spoken() {
        StringJoiner groups = new StringJoiner(" ");
        for (int i = 0; i < SPOKEN_GROUPS; i++) {
            byte[] piece = Arrays.copyOfRange(sha256, i * GROUP_BYTES, (i + 1) * GROUP_BYTES);
            String digits = String.format(Locale.ROOT, "%010d", new BigInteger(1, piece).mod(SPOKEN_MODULUS));
            groups.add(digits.substring(0, 5)).add(digits.substring(5));
        }
        return groups.toString();
    }

    /**
     * Whether this is what somebody typed, in any of the three forms; case, blanks, colons and dashes do not matter.
     * Takes the same time for any text of the same length.
     */
    public boolean matches(String typed) {
        String bare = typed.replaceAll("(?i)^\\s*sha-?256( fingerprint)?\\s*[=:]", "")
                .replaceAll("[\\s\\p{Z}:.\\-\\u2010-\\u2015]", "")
                .toLowerCase(Locale.ROOT);
        boolean isHex = same(bare, hex());
        boolean isSpoken = same(bare, spoken().replace(" ", ""));
        return isHex | isSpoken;
    }

    private static boolean same(String one, String other) {
        return Digests.equal(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Fingerprint that && Digests.equal(sha256, that.sha256);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(sha256);
    }

    @Override
    public String toString() {
        return grouped();
    }
}
