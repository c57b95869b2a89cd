package network.constellation.peer.packages;

import java.util.Locale;

/** Why a package is not taken (section 4.4); {@link #code} is what audit, JSON and tests call it. */
public enum Refusal {
    NOT_A_PACKAGE,
    TRUNCATED,
    TRAILING_BYTES,
    WRONG_CHECKSUM,
    MALFORMED_CONTAINER,
    HEADERS_DISAGREE,
    ENCRYPTED,
    COMPRESSION_METHOD,
    NAME_TRAVERSAL,
    NAME_ABSOLUTE,
    NAME_BACKSLASH,
    NAME_DRIVE,
    NAME_CONTROL,
    NAME_LENGTH,
    NAME_ENCODING,
    NAME_DUPLICATE,
    NAME_CASE,
    LINK,
    DEVICE,
    MEMBER_TYPE,
    TOO_MANY_MEMBERS,
    TOO_LARGE,
    BLOB_TOO_LARGE,
    DOCUMENT_TOO_LARGE,
    EXPANDS_TOO_MUCH,
    TOO_SLOW,
    MANIFEST_MISSING,
    DOCUMENT_EMPTY,
    DOCUMENT_MALFORMED,
    DOCUMENT_DOCTYPE,
    DOCUMENT_INCLUDES,
    DOCUMENT_TOO_DEEP,
    DOCUMENT_INCOMPLETE,
    FORMAT_TOO_OLD,
    PART_MISSING,
    PART_UNLISTED,
    IDS_REPEAT,
    MODULE_NAME,
    BLOB_NAME,
    BLOB_CONTENT,
    BLOB_MISSING,
    BLOB_SIZE,
    CHANGED;

    /** {@code blob-missing} and the like. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
