package network.constellation.keys.certificate;

import network.constellation.keys.address.Wwwroot;

/**
 * What a certificate says about its site beside the address: what an administrator of a peer reads. Texts have at
 * most 64 characters (128 for the address of mail), which is the limit of X.509; longer ones are cut.
 *
 * @param country two letters
 */
public record CertificateSubject(
        String country, String state, String locality, String organization, String unit, String email) {
    private static final int TEXT = 64;
    private static final int EMAIL = 128;

    public CertificateSubject {
        if (!country.matches("[A-Z]{2}")) {
            throw new IllegalArgumentException("The country \"" + country + "\" must be two capital letters.");
        }
        state = cut(state, TEXT, "state");
        locality = cut(locality, TEXT, "locality");
        organization = cut(organization, TEXT, "organization");
        unit = cut(unit, TEXT, "unit");
        email = cut(email, EMAIL, "email");
        if (!email.chars().allMatch(c -> c > 0x20 && c < 0x7f)) {
            throw new IllegalArgumentException("The mail address \"" + email + "\" must be plain ASCII.");
        }
    }

    /** What a site has that was only given a name. The unit names the application whose form the certificate has. */
    public static CertificateSubject named(String siteName, Wwwroot wwwroot) {
        String name = siteName.isBlank() ? wwwroot.host() : siteName.strip();
        String mailHost = wwwroot.host().matches("[a-z0-9.-]{1,100}") ? wwwroot.host() : "localhost";
        return new CertificateSubject("NZ", "Wellington", "Wellington", name, "Moodle", "noreply@" + mailHost);
    }

    private static String cut(String text, int length, String what) {
        if (text.isBlank()) {
            throw new IllegalArgumentException("The " + what + " of a certificate must not be empty.");
        }
        int points = text.codePointCount(0, text.length());
        return points <= length ? text : text.substring(0, text.offsetByCodePoints(0, length));
    }
}
